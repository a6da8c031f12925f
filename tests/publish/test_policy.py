import pytest

from consultations.publish.policy import with_policy

PAGE = (
    '<head>\n      <meta charset="utf-8">\n<script>a()</script><script src="x.js"></script></head>'
)


def test_a_script_of_the_theme_is_allowed_by_its_digest() -> None:
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    assert "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='" in with_policy(PAGE, ["a()"])


def test_nothing_else_runs() -> None:
    policy = with_policy(PAGE, [])
    assert "default-src 'none'" in policy
    assert "sha256" not in policy  # one that stands in the page is not ours for that
    assert "unsafe" not in policy


def test_the_policy_comes_before_whatever_it_governs() -> None:
    html = with_policy(PAGE, [])
    assert html.index("Content-Security-Policy") < html.index("<script")
    assert html.index("charset") < html.index("Content-Security-Policy")


def test_a_page_of_another_make_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<head></head>", [])
