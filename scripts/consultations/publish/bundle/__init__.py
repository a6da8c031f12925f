"""The scripts and styles of a site, bound and made small, and what a browser keeps of them."""
