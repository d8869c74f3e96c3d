"""The check of the document: the example's findings and changes exactly, each rule once heard and once silent."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec
import pytest
from tests.support.agreements import changed, document, example

from accord.agreement.telling import told
from accord.domain.catalogue import LANGUAGES, Language, TermForm, Text
from accord.domain.cells import Limit
from accord.domain.lint import model as m
from accord.domain.lint.check import check
from accord.domain.lint.findings import RULES, Finding
from accord.domain.lint.phrases import lengths, meant, money, personal
from accord.domain.lint.terms import usable, used

replace = msgspec.structs.replace
BASE: dict[Language, m.Document] = {language: document(example(language)) for language in LANGUAGES}
EXPECTED = {
    "SIGN-01:version:signatures",
    "GOAL-12:level:marketing.mql",
    "COM-13:owner:marketing.m4",
    "COM-13:owner:sales.s2",
}
MUTATIONS = [(language, n) for language in LANGUAGES for n in range(18)]

REPORTED_TOO: dict[str, set[str]] = {"GOAL-03": {"GOAL-06"}, "COM-10": {"REP-08"}}
"""What else the change really breaks: 40 SAL a month no longer make 110; five metrics lose their commitment."""


def rules(findings: Iterable[Finding]) -> set[str]:
    return {one.rule for one in findings}


# ── the worked example ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_has_the_expected_findings_and_no_other_error_or_warning(language: Language) -> None:
    found = check(BASE[language])
    assert {one.id for one in found} >= EXPECTED
    assert [one.id for one in found if one.severity != "info" and one.id not in EXPECTED] == []
    counts = {one["rule"]: 0 for one in example(language)["expected_findings"]}
    for one in example(language)["expected_findings"]:
        counts[one["rule"]] += one["count"]
    assert {rule: sum(one.rule == rule for one in found) for rule in counts} == counts


@pytest.mark.parametrize(("language", "n"), MUTATIONS)
def test_each_listed_change_triggers_its_rule(language: Language, n: int) -> None:
    tree = example(language)
    mutation = tree["test_mutations"][n]
    before = {one.id for one in check(BASE[language])}
    found = [one for one in check(document(changed(tree, mutation["set"], mutation["to"]))) if one.id not in before]
    expected = mutation["expect_rule"]
    assert rules(found) == {expected} | REPORTED_TOO.get(expected, set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_eighteen_changes_are_there(language: Language) -> None:
    assert len(example(language)["test_mutations"]) == 18


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_that_keeps_the_sense_triggers_nothing(language: Language) -> None:
    """Negative control: 150 MQL promised as 50 a month or as 150 in the period."""
    tree = example(language)
    target = tree["tables"]["commitments"]["marketing"][0]["target"]
    target |= {"value": 150, "per": "period"}
    assert "CONS-01" not in rules(check(document(tree)))
    target["value"] = 120
    assert "CONS-01" in rules(check(document(tree)))


# ── each rule ────────────────────────────────────────────────────────────────────────────────────────────────────────

Change = Callable[[m.Document], m.Document]


def one(field: str, id_: str, **values: object) -> Change:
    """The document with some fields of one of its rows changed."""

    def change(d: m.Document) -> m.Document:
        rows = getattr(d, field)
        assert any(row.id == id_ for row in rows)
        return replace(d, **{field: tuple(replace(r, **values) if r.id == id_ else r for r in rows)})

    return change


def own(**values: object) -> Change:
    return lambda d: replace(d, **values)


def added(field: str, *rows: object) -> Change:
    return lambda d: replace(d, **{field: (*getattr(d, field), *rows)})


def funnel(**values: object) -> Change:
    return lambda d: replace(d, funnel=replace(d.funnel, **values))


def level(id_: str, **values: object) -> Change:
    """One level of marketing's stream changed."""

    def change(d: m.Document) -> m.Document:
        marketing, *others = d.funnel.streams
        levels = tuple(replace(one, **values) if one.id == id_ else one for one in marketing.levels)
        return funnel(streams=(replace(marketing, levels=levels), *others))(d)

    return change


def levels(**values: object) -> Change:
    """Every level of every stream changed."""

    def change(d: m.Document) -> m.Document:
        streams = (replace(s, levels=tuple(replace(one, **values) for one in s.levels)) for s in d.funnel.streams)
        return funnel(streams=tuple(streams))(d)

    return change


def shares(marketing: float, sales: float) -> Change:
    def change(d: m.Document) -> m.Document:
        one, other = d.funnel.streams
        return funnel(streams=(replace(one, share=marketing), replace(other, share=sales)))(d)

    return change


def period(**values: str) -> Change:
    return lambda d: replace(d, period=replace(d.period, **values))


def section(id_: str, **values: object) -> Change:
    return one("sections", id_, **values)


def only(field: str, *ids: str) -> Change:
    return lambda d: replace(d, **{field: tuple(row for row in getattr(d, field) if row.id in ids)})


def without(field: str, *ids: str) -> Change:
    return lambda d: replace(d, **{field: tuple(row for row in getattr(d, field) if row.id not in ids)})


def signed(person: str, **values: object) -> Change:
    return lambda d: replace(
        d, signatures=tuple(replace(s, **values) if s.person == person else s for s in d.signatures)
    )


def all_of(*changes: Change) -> Change:
    def change(d: m.Document) -> m.Document:
        for each in changes:
            d = each(d)
        return d

    return change


FIRES: dict[str, tuple[Change, str]] = {
    "STR-01": (section("purpose", filled=False), "purpose"),
    "STR-02": (section("annex_risks", filled=False), "annex_risks"),
    "STR-03": (one("members", "s1", head=False), "sales"),
    "STR-04": (one("parked", "pk1", due=""), "pk1"),
    "STR-05": (added("clauses", m.Clause("c9", "changes", "12.1", "Changes by e-mail.", sourced=False)), "c9"),
    "STR-06": (one("commitments", "S7", if_missed="write to jan@firma.pl"), "S7"),
    "PER-01": (period(end="2026-12-01"), "period"),
    "PER-02": (period(review=""), "period"),
    "PER-03": (period(review="2027-05-20"), "period"),
    "PER-04": (funnel(starts=date(2027, 2, 1), ends=date(2027, 4, 30)), "period"),
    "GOAL-01": (level("mql", rate=None), "marketing.mql"),
    "GOAL-02": (level("mql", rate=1.2), "marketing.mql"),
    "GOAL-03": (level("sal", volume=110), "marketing.sal"),
    "GOAL-04": (funnel(revenue=1_000_000.0), "revenue"),
    "GOAL-05": (shares(0.7, 0.4), "split"),
    "GOAL-06": (level("mql", monthly=60), "marketing.mql"),
    "GOAL-07": (one("metrics", "mql", baseline=""), "mql"),
    "GOAL-08": (level("visits", baseline=20_000), "marketing.visits"),
    "GOAL-09": (level("opportunities", baseline=20), "marketing.opportunities"),
    "GOAL-10": (level("sal", owner=""), "marketing.sal"),
    "GOAL-11": (all_of(level("mql", days=100), funnel(assumptions=())), "marketing.mql"),
    "GOAL-12": (level("mql", days=70), "marketing.mql"),
    "GOAL-13": (lambda d: funnel(roles=(replace(d.funnel.roles[0], people=0.8),))(d), "sdr"),
    "GOAL-14": (funnel(rules=()), "marketing.leads"),
    "DEF-01": (without("definitions", "def-recycled"), "recycled"),
    "DEF-02": (
        all_of(added("definitions", m.Definition("d1", "Influenced", form="influenced", must=("x",)))),
        "d1",
    ),
    "DEF-03": (one("definitions", "def-sql", must=()), "def-sql"),
    "DEF-04": (one("definitions", "def-sql", must=("a good company",)), "def-sql"),
    "DEF-05": (one("definitions", "def-sal", decides=""), "def-sal"),
    "DEF-06": (one("definitions", "def-sal", evidence=""), "def-sal"),
    "DEF-07": (one("definitions", "def-sal", counter_example=""), "def-sal"),
    "DEF-08": (
        all_of(one("definitions", "def-mql", must=("A",), any=()), one("definitions", "def-sal", must=("a ",), any=())),
        "def-sal",
    ),
    "DEF-09": (one("definitions", "def-mql", agreed=False), "def-mql"),
    "DEF-10": (one("definitions", "def-mql", exclude=()), "def-mql"),
    "DEF-11": (own(reasons=()), "reasons"),
    "PROC-01": (one("steps", "p10", responsible=""), "p10"),
    "PROC-02": (own(handover_fields=()), "p05"),
    "PROC-03": (one("steps", "p07", limits=()), "p07"),
    "PROC-04": (one("steps", "p07", next=(m.Next("p09", "accepted"), m.Next("p99", "rejected"))), "p07"),
    "PROC-05": (
        all_of(one("steps", "p08", kind="action"), one("steps", "p14", kind="action")),
        "feedback",
    ),
    "PROC-06": (one("steps", "p06", bottleneck=m.Bottleneck("one person", "stand-in")), "p06"),
    "PROC-07": (one("steps", "p06", if_late=""), "p06"),
    "LAW-01": (own(handover_fields=("name", "phone")), "handover_fields"),
    "LAW-02": (one("sources", "src-outbound", means="cold calls from a list"), "src-outbound"),
    "COM-01": (one("commitments", "S1", owner=""), "S1"),
    "COM-02": (one("commitments", "S1", target=None), "S1"),
    "COM-03": (one("commitments", "S1", target=m.Target("at_least", 90, "percent", "")), "S1"),
    "COM-04": (one("commitments", "S1", measured_with=""), "S1"),
    "COM-05": (one("commitments", "S1", if_missed=""), "S1"),
    "COM-06": (one("commitments", "S1", accepted=False), "S1"),
    "COM-07": (one("commitments", "S1", clause="will answer as soon as possible"), "S1"),
    "COM-08": (one("commitments", "S1", baseline=""), "S1"),
    "COM-09": (one("commitments", "S5", clause="will have a next step within 14 days"), "S5"),
    "COM-10": (without("commitments", "S3", "S4", "S5", "S6", "S7"), "balance"),
    "COM-11": (
        one(
            "commitments",
            "M5",
            measure="SAL ÷ MQL of the same month",
            target=m.Target("at_least", 70, "percent", "month"),
        ),
        "M5",
    ),
    "COM-12": (one("commitments", "S1", owner="m1", owner_name="Marketing 1", owner_team="marketing"), "S1"),
    "COM-13": (
        all_of(*(one("commitments", id_, owner="m1", owner_name="Marketing 1") for id_ in ("M2", "M3", "M4"))),
        "marketing.m1",
    ),
    "CONS-01": (one("commitments", "M1", target=m.Target("at_least", 40, "mql", "month")), "M1"),
    "CONS-02": (one("commitments", "M2", target=m.Target("at_least", 75, "percent", "month")), "M2"),
    "CONS-03": (one("commitments", "M1", target=m.Target("at_least", 150, "mql", "quarter")), "M1"),
    "CONS-04": (one("commitments", "M1", metric=""), "M1"),
    "CONS-05": (without("commitments", "S1", "S2", "S3"), "pair"),
    "CONS-06": (one("steps", "p07", limits=(Limit(3, "working_day"),)), "S2"),
    "REP-01": (one("metrics", "mql", owner=""), "mql"),
    "REP-02": (one("metrics", "mql", sources=()), "mql"),
    "REP-03": (one("metrics", "mql", formula=""), "mql"),
    "REP-04": (one("metrics", "mql", filled_in=""), "mql"),
    "REP-05": (one("metrics", "mql", sources=("CRM or the sheet",)), "mql"),
    "REP-06": (without("metrics", "win_rate"), "opportunities_won"),
    "REP-07": (own(central_tool=""), "central_tool"),
    "REP-08": (added("metrics", m.Metric("likes", "Likes", "x", "m1", ("web",), "daily")), "likes"),
    "REP-09": (one("views", "team", count=9), "team"),
    "MEET-01": (one("meetings", "mt-weekly", owner=""), "mt-weekly"),
    "MEET-02": (own(meetings=()), "both"),
    "MEET-03": (one("meetings", "mt-weekly", minutes=30), "mt-weekly"),
    "MEET-04": (one("meetings", "mt-weekly", deputy=""), "mt-weekly"),
    "MEET-05": (one("channels", "ch1", response=""), "ch1"),
    "MEET-06": (one("meetings", "mt-weekly", cadence="daily", minutes=25), "m4"),
    "TIME-01": (one("meetings", "mt-weekly", cadence="monthly"), "S2"),
    "TIME-02": (one("metrics", "revenue", filled_in="by the 10th of the month"), "revenue"),
    "TIME-03": (one("metrics", "revenue", reviewed=""), "revenue"),
    "TIME-04": (period(review="2027-01-20"), "total"),
    "ESC-01": (own(escalation=()), "steps"),
    "ESC-02": (one("escalation", "4", who=""), "4"),
    "ESC-03": (one("commitments", "S7", if_missed="the salesperson loses PLN 200 of bonus"), "S7"),
    "TXT-01": (added("written", m.Spoken("sales_sla", "note", "S1", "note", "within ___ days")), "S1"),
    "OWN-01": (
        added("left", m.Left("sales_sla", "owner", "S1", "owner", "Sales 3", "will answer", Text("Kto", "Owner"))),
        "S1",
    ),
    "OWN-02": (added("left", m.Left("sales_sla", "promise", "S2", "", "Sales 3", "will decide")), "S2"),
    "SIGN-01": (signed("s5", decision="pending"), "signatures"),
    "SIGN-02": (signed("s5", decision="refuse", text="M1 is too low"), "s5"),
    "SIGN-03": (
        lambda d: replace(d, signatures=tuple(s for s in d.signatures if s.person in ("m1", "s1"))),
        "heads",
    ),
    "SIGN-04": (own(changed=("goals",)), "goals"),
    "SIGN-05": (signed("s4", understands=False), "s4"),
}

QUIET: Change = all_of(
    signed("s5", decision="accept", understands=True),
    levels(days=None),
    *(one("commitments", id_, owner="m2", owner_name="Marketing 2") for id_ in ("M3", "M4")),
    *(one("commitments", id_, owner="s3", owner_name="Sales 3") for id_ in ("S3", "S4")),
    without("definitions", "def-opp-stage", "def-sourced"),
)
"""The example without what it is known for: nothing is weak in it."""


def test_every_rule_has_a_fixture() -> None:
    assert set(FIRES) == set(RULES)


def test_a_good_agreement_has_no_finding_at_all() -> None:
    assert check(QUIET(BASE["en"])) == ()


@pytest.mark.parametrize("rule", FIRES)
def test_each_rule_is_heard_where_it_applies_and_only_there(rule: str) -> None:
    change, object_ = FIRES[rule]
    quiet = QUIET(BASE["en"])
    heard = [one for one in check(change(quiet)) if one.rule == rule]
    assert object_ in {one.object for one in heard}
    assert len({one.object for one in heard}) == len(heard), "one message for each object"
    assert rule not in rules(check(quiet))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", FIRES)
def test_each_finding_is_a_sentence_in_both_languages(rule: str, language: Language) -> None:
    for finding in check(FIRES[rule][0](QUIET(BASE["en"]))):
        said = told(finding, language)
        assert said[-1] in ".?"
        assert "{" not in said


def test_a_section_nobody_came_to_has_no_finding() -> None:
    """And the control: once it is covered, it has."""
    broken = FIRES["REP-01"][0](QUIET(BASE["en"]))
    assert "REP-01" in rules(check(broken))
    assert check(section("reporting", covered=False)(broken)) == ()


def test_errors_come_first_then_warnings_then_hints_each_by_section() -> None:
    weak = all_of(*(change for rule, (change, _) in FIRES.items() if rule[:3] in ("PER", "COM", "DEF", "GOA", "REP")))
    found = check(weak(BASE["en"]))
    order = [section.id for section in BASE["en"].sections]
    keys = [(("error", "warn", "info").index(one.severity), order.index(one.section)) for one in found]
    assert keys == sorted(keys)
    assert len(set(keys)) > 10


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("w ciągu 2 godzin roboczych i 8 godzin roboczych", [(2, "working_hour"), (8, "working_hour")]),
        ("within 30 working minutes of the request", [(30, "working_minute")]),
        ("w 1 dzień roboczy od przegranej", [(1, "working_day")]),
        ("14 dni kalendarzowych", [(14, "calendar_day")]),
        ("within 14 days", [(14, "day")]),
        ("co najmniej 5 dni roboczych przed startem", []),
        ("at least 5 working days before the start", []),
        ("95% of MQLs with all 9 fields", []),
    ],
)
def test_lengths_of_time_are_read_with_their_clock(words: str, found: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in lengths(words)] == found


@pytest.mark.parametrize(
    ("words", "language", "is_penalty"),
    [
        ("handlowiec traci 200 zł premii", "pl", True),
        ("kary pieniężne dla osoby", "pl", True),
        ("Nie stosujemy kar pieniężnych ani potrąceń", "pl", False),
        ("karta leada wraca do kolejki", "pl", False),
        ("the salesperson loses PLN 200 of bonus", "en", True),
        ("a fine of PLN 100", "en", True),
        ("No fines or deductions are used", "en", False),
        ("fine-tune the scoring", "en", False),
    ],
)
def test_penalties_are_found_in_any_inflection_and_not_where_they_are_denied(
    words: str, language: Language, is_penalty: bool
) -> None:
    entries = BASE[language].lists.penalty[language]
    assert bool(meant(words, entries, language, 3)) is is_penalty


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("900 tys. zł z nowych umów", [900_000]),
        ("PLN 900k of new contracts", [900_000]),
        ("900 000 zł, 20 klientów", [900_000]),
        ("1,5 mln zł", [1_500_000]),
        ("20 new customers", []),
        ("1.2.3 zł", [1.2]),
    ],
)
def test_sums_of_money_are_read(words: str, sums: list[float]) -> None:
    assert money(words) == sums


@pytest.mark.parametrize(
    ("words", "is_personal"),
    [
        ("dzwonić do Jan Kowalski 601 202 303", True),
        ("jan.kowalski@firma.pl", True),
        ("44051401359", True),
        ("44051401358", False),
        ("zamówienie 601 202 303", False),
        ("Marketing 4 podaje przyczynę", False),
    ],
)
def test_a_customers_data_is_noticed(words: str, is_personal: bool) -> None:
    assert personal(words) is is_personal


FORMS = {form.id: form for form in BASE["pl"].lists.terms}


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("lead", "reakcja na każdego leada"),
        ("opportunity", "88 szans"),
        ("recycled", "przy każdym zwróconym leadzie"),
        ("working_time", "w 2 dni robocze"),
        ("handover", "przekazania"),
        ("mql", "50 MQLs"),
        ("rejected", "rejected leads"),
    ],
)
def test_terms_are_found_in_any_inflection(term: str, words: str) -> None:
    assert used(words, FORMS[term])


@pytest.mark.parametrize(
    ("term", "words"), [("lead", "leadership"), ("mql", "mqltool"), ("opportunity", "szansonista")]
)
def test_other_words_are_no_terms(term: str, words: str) -> None:
    """Negative control."""
    assert not used(words, FORMS[term])


@pytest.mark.parametrize(
    "pattern", [r"\b(a+)+$", r"(a|b)*", r"\b\w*\w*x", r".*", r"\b(?=x)", "lead", r"\bx{9}", "\\b" * 200]
)
def test_patterns_that_a_text_could_not_be_searched_with_quickly_find_nothing(pattern: str) -> None:
    assert not usable(pattern)
    assert not used("aaaa lead x", TermForm("x", pattern, pattern))


@pytest.mark.parametrize(
    "pattern", [r"\bszans(a|y)?\b", r"\bprzekaz\w* lead|\bprzekazani\w*", r"\bpriorytet\w* [AB]\b"]
)
def test_the_patterns_that_ship_are_usable(pattern: str) -> None:
    """Negative control."""
    assert usable(pattern)


def test_long_hostile_words_are_read_in_no_time() -> None:
    """Every piece of text people can write is searched with every pattern; none goes back and forth."""
    words = ["a" * 10_000, "1 " * 5_000, "no " * 3_300, "przekaz" * 1_400, "!" * 10_000, "9" * 10_000, "kara, " * 1_600]
    rows = tuple(
        m.Commitment(str(n), str(n), "sales", clause=text, if_missed=text, measure=text) for n, text in enumerate(words)
    )
    check(replace(BASE["pl"], commitments=rows, languages=LANGUAGES))
