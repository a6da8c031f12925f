"""The site: what MkDocs is told and given. The only room that knows MkDocs."""
