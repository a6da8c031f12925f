from consultations.publish.contents import contents


def test_headings_with_an_id_make_the_outline() -> None:
    html = """
    <h1 id="a">Title<sup><a href="#n">1</a></sup></h1><h2>no address</h2>
    <h2 id="b">On <em>A &amp; B</em> &lt;x&gt;</h2><p id="p">text</p>
    <h3 id="c">Deep</h3><h2 id="d">Last</h2>
    """
    [title] = contents(html)
    assert (title.title, title.url, title.level) == ("Title", "#a", 1)
    assert [child.title for child in title.children] == ["On A &amp; B &lt;x&gt;", "Last"]
    assert [child.url for child in title.children[0].children] == ["#c"]


def test_a_page_without_headings_has_no_outline() -> None:
    assert len(contents("<p>text</p>")) == 0
