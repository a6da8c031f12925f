"""The hooks that MkDocs calls. Everything is made elsewhere, and handed over here."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from consultations import patterns as re
from consultations.editing import EditAll, edit_all
from consultations.errors import ConsultationsError
from consultations.intake import require_pages_of_nav
from consultations.pages.head import Head
from consultations.pages.links import Here
from consultations.pipeline import Prepared, prepare
from consultations.publish.bundle.assets import THEME, assets, icon, is_replaced
from consultations.publish.heads import (
    PageFacts,
    contact_in,
    first_words,
    head_elements,
    openurl,
    said_in,
    site_in,
)
from consultations.publish.markup import mended, with_drawings, with_rules
from consultations.publish.policy import theme_scripts, with_policy
from consultations.publish.rendering import RenderedPages
from consultations.publish.served.part import leave_others, prepare_part
from consultations.publish.sitemap import sitemap_files
from consultations.publish.template_globals import template_globals
from consultations.publish.written import (
    escape_settings,
    require_front_matter,
    require_harmless,
    require_ids_once,
    require_no_twins,
    require_readable,
)

_FAVICON_OF_MATERIAL = "assets/images/favicon.png"
"""The favicon that the theme names if mkdocs.yml names none."""
_FORMER = re.compile(r'^kind: "(?:moved|released|withdrawn)"$', re.MULTILINE)
_MANUAL = "project/rules.md"
"""The page of the rules, where a site has one."""
_RULE = re.compile(r"^### ([a-z-]+)$", re.MULTILINE)


@contextmanager
def _aborting() -> Iterator[None]:
    """Tell of a failure that a person can mend as MkDocs tells of its own."""
    try:
        yield
    except ConsultationsError as error:
        raise Abort(str(error)) from error


class Options(Config):  # type: ignore[no-untyped-call] # of MkDocs
    """What can be set in mkdocs.yml: nothing."""


class ConsultationsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # likewise
    """Editions, their data and their search, as part of whatever MkDocs builds or serves."""

    _prepared: Prepared
    _urls: frozenset[str] | None = None
    """The pages that are built; all, if not given."""
    _edit_all: EditAll = staticmethod(edit_all)
    _is_served = False
    _build = ""
    """The name of the build; empty where the site is served for editing, and no browser keeps
    it."""
    _rendered: RenderedPages
    _theme_scripts: Mapping[bool, Sequence[str]]
    """The scripts that the theme writes: into every page, and into the page for missing ones."""

    @property
    def own_files(self) -> Mapping[Path, bytes | None]:
        """What the build has written or removed under docs/ and archive/, once it is done."""
        return self._prepared.own

    def begin_served(self) -> None:
        """Build a site that is served for editing: no browser is to keep it."""
        self._is_served = True

    def begin_with_editions_by(self, edit_all: EditAll) -> None:
        """Build with another way to make the editions that have to be made."""
        self._edit_all = edit_all

    def begin_with(self, urls: Collection[str]) -> None:
        """Build only some pages, in a site that exists, with the documents that they belong to."""
        self._urls = frozenset(urls)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put this package's templates and style before the theme's own."""
        escape_settings(config)
        config.theme.dirs.insert(0, str(THEME))
        # Every address in it would have the day of the build as its date.
        config.theme.static_templates.discard("sitemap.xml")
        if config.theme["favicon"] == _FAVICON_OF_MATERIAL:
            config.theme["favicon"] = icon()
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make everything that the site is made of, before MkDocs clears the old site away.

        Raises:
            Abort: something cannot be made; the message says what, where and what to do.
        """
        root = Path(config.config_file_path).parent
        with _aborting():
            if self._urls is None:
                self._prepared = prepare(root, site_in(config), self._edit_all)
            else:
                self._prepared = prepare_part(root, Path(config.site_dir), self._urls)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what is published as it is. The pages are in docs/ already.

        Raises:
            Abort: a file under docs/ has the address of one of these, or the navigation names a
                page that is not there.
        """
        made, self._build = assets(self._prepared.files, are_kept=not self._is_served)
        published = {**self._prepared.files, **made}
        for file in [file for file in files if is_replaced(file.src_uri)]:
            files.remove(file)
        if self._urls is None:
            with _aborting():
                written = {file.src_uri: file.dest_uri for file in files}
                require_no_twins(written, published.keys())
        for address, content in published.items():
            if isinstance(content, Path):
                files.append(File.generated(config, address, abs_src_path=str(content)))
            else:
                files.append(File.generated(config, address, content=content))
        if self._urls is not None:
            leave_others(files, self._urls)
            return files
        with _aborting():
            root = Path(config.config_file_path).parent
            require_pages_of_nav(root, [file.src_uri for file in files.documentation_pages()])
        urls = (file.url.removeprefix("./") for file in self._listed(files))
        changed = self._prepared.changed
        for name, content in sitemap_files(site_in(config).address, urls, changed).items():
            files.append(File.generated(config, name, content=content))
        return files

    def _listed(self, files: Files) -> Iterator[File]:
        """The pages that search engines should know: not those that lead on, nor old texts."""
        for file in files.documentation_pages():
            made = self._prepared.pages.get(file.src_uri, "")
            if not _FORMER.search(made.partition("\n---\n")[0]):
                yield file

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let templates know what documents there are, whose words they quote, and figures.

        Raises:
            Abort: what was measured of the editions cannot be read.
        """
        self._manual = files.get_file_from_path(_MANUAL)
        self._theme_scripts = {
            of_a_page: tuple(theme_scripts(env, of_a_page=of_a_page)) for of_a_page in (True, False)
        }
        env.globals["build"] = self._build
        env.globals["contact"] = contact_in(config)
        docs, is_part = Path(config.docs_dir), self._urls is not None
        with _aborting():
            env.globals.update(template_globals(self._prepared, docs, is_part=is_part))
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Look up what an earlier build has kept of the pages."""
        if self._urls is not None:
            # MkDocs reads the heads of those pages only that it builds; the header needs all.
            for item in nav.items:
                if isinstance(item, Page):
                    item.read_source(config)
        self._rendered = RenderedPages(self._prepared.rendered, config, files)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Have a page rendered only if what was kept of it does not fit."""
        del config, files
        self._rendered.take_over(page)
        return page

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Check the head of a page that a person wrote.

        Raises:
            Abort: it says what it may not.
        """
        del config, files
        if page.file.src_uri not in self._prepared.pages:
            with _aborting():
                require_front_matter(page.file.src_uri, page.meta)
                require_readable(page.file.src_uri, markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """See that a page that a person wrote runs nothing, and say in its head what it is about.

        Raises:
            Abort: it holds what it may not.
        """
        del config, files
        if page.file.src_uri not in self._prepared.pages:
            with _aborting():
                require_harmless(page.file.src_uri, page.file.content_string, html)
            page.meta.setdefault("description", escape(first_words(html)))
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Say in the head of a page what it is, for programs."""
        del nav
        facts = PageFacts(
            "" if page.is_homepage else page.url,
            said_in(page.meta.get("title") or (not page.is_homepage and page.title))
            or said_in(config.site_name),
            said_in(page.meta.get("description")) or said_in(config.site_description),
            said_in(page.meta.get("language")) or "en-GB",
        )
        head = self._prepared.heads.get(page.file.src_uri, Head())
        site = site_in(config)
        context["head"] = head_elements(facts, head, site)  # type: ignore[typeddict-unknown-key]
        context["openurl"] = openurl(facts, head, site)  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put its drawings on a page, and state the policy.

        Raises:
            Abort: a page that a person wrote has an id twice.
        """
        del config
        if page.file.src_uri not in self._prepared.pages:
            with _aborting():
                require_ids_once(page.file.src_uri, output)
        output = with_drawings(output, self._prepared.drawings.get(page.file.src_uri, {}))
        if self._manual and page.meta.get("kind") == "apparatus":
            rules = frozenset(_RULE.findall(self._manual.content_string))
            output = with_rules(output, Here(page.file.src_uri), _MANUAL, rules)
        return self._with_policy(output, of_a_page=True)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """State the policy on a page that has no Markdown, such as 404.html."""
        del config
        if not template_name.endswith(".html"):
            return output_content
        return self._with_policy(output_content, of_a_page=False)

    def _with_policy(self, html: str, *, of_a_page: bool) -> str:
        return with_policy(mended(html), self._theme_scripts[of_a_page])
