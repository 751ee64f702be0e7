"""Figures of PDF tables as lenders print them: one wrong column is a wrong answer."""

from __future__ import annotations

from knowledge.documents import load_bytes
from knowledge.types import ElementKind
from tests.knowledge.documents.files import pdf, pdf_in_all_scripts, raw_pdf

FILLER = "The household brings its own money first and the loan adds what is missing for the season. " * 12


def tables(data: bytes) -> list[list[list[str]]]:
    found = load_bytes(data, "rates.pdf").elements
    return [rows(element.text) for element in found if element.kind is ElementKind.TABLE]


def rows(markdown: str) -> list[list[str]]:
    lines = [line for line in markdown.split("\n") if not line.startswith("| ---")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_words_printed_over_a_rule_stay_whole_and_in_their_column() -> None:
    """Narrow columns: headers and figures hang out to the right when set from the left, to the left otherwise."""
    (found,) = tables(
        pdf(
            """#set page(width: 400pt, height: 300pt)
#set text(size: 10pt)
#table(columns: (60pt, 34pt, 30pt, 40pt), inset: 4pt, align: (left, right, right, center),
 [Loan], [Smallest amount yuan], [Largest amount], [Rate per year], [Seed], [500], [20,000], [8.4%],
 [Livestock and fish], [1,200.50], [1,250,000], [9.6%], [Enterprise], [10,000], [110,000], [12.25%])
#table(columns: (80pt, 28pt, 90pt), inset: 7pt, [Paper], [20,000 to 49,999], [50,000 and more],
 [Cost list], [written], [written, with offers], [Decides], [reviewer], [nothing])"""
        )
    )[:1]
    assert found == [
        ["Loan", "Smallest amount yuan", "Largest amount", "Rate per year"],
        ["Seed", "500", "20,000", "8.4%"],
        ["Livestock and fish", "1,200.50", "1,250,000", "9.6%"],
        ["Enterprise", "10,000", "110,000", "12.25%"],
    ]


def test_left_set_words_longer_than_their_column() -> None:
    (found,) = tables(
        pdf(
            """#set text(size: 10pt)
#table(columns: (80pt, 28pt, 90pt), inset: 7pt, [*Paper*], [*20,000 to 49,999*], [*50,000 and more*],
 [Cost list], [written], [written, with offers], [Decides], [reviewer], [nothing])"""
        )
    )
    assert found == [
        ["Paper", "20,000 to 49,999", "50,000 and more"],
        ["Cost list", "written", "written, with offers"],
        ["Decides", "reviewer", "nothing"],
    ]


def test_merged_cells_two_storey_headers_and_bands() -> None:
    data = pdf(
        """#table(columns: 5, table.cell(rowspan: 2)[Loan], table.cell(colspan: 2)[Members],
 table.cell(colspan: 2)[Others], [Amount], [Rate], [Amount], [Rate],
 [Seed], [20,000], [8.4%], [10,000], [9.9%], table.cell(colspan: 5)[For households],
 table.cell(rowspan: 2)[Trade], [30,000], [10.8%], [12,000], [12.8%], [40,000], [11%], [13,000], [13%],
 table.cell(colspan: 5)[All rates are per year.])"""
    )
    assert tables(data) == [
        [
            ["Loan", "Members, Amount", "Members, Rate", "Others, Amount", "Others, Rate"],
            ["Seed", "20,000", "8.4%", "10,000", "9.9%"],
            ["For households: Trade", "30,000", "10.8%", "12,000", "12.8%"],
            ["For households: Trade", "40,000", "11%", "13,000", "13%"],
        ]
    ]
    assert load_bytes(data, "rates.pdf").elements[-1].text == "All rates are per year."


def test_a_table_over_pages_keeps_its_header_also_past_a_footnote_and_an_empty_column() -> None:
    body = ", ".join(f"[Loan {i}], [{i}.5%], [{'new' if i < 9 else ''}]" for i in range(1, 30))
    (first, second) = tables(
        pdf(
            f"""#set page(height: 300pt, width: 400pt, footer: context [Page #counter(page).display()])
#place(bottom)[#text(7pt)[1 Members only.]]
#table(columns: (1fr, 1fr, 1fr), [Loan], [Rate], [Note], {body})
#pagebreak()
#table(columns: (1fr, 1fr, 1fr), [Fee], [Yuan], [When], [Card], [5], [once])"""
        )
    )
    assert first[0] == ["Loan", "Rate", "Note"] and len(first) == 30
    assert ["Loan 20", "20.5%", ""] in first
    assert second == [["Fee", "Yuan", "When"], ["Card", "5", "once"]]


def test_the_last_row_alone_on_a_page_is_still_a_row() -> None:
    body = ", ".join(f"[Loan {i}], [{i}.5%]" for i in range(1, 27))
    data = pdf(f"#set page(height: 300pt, width: 400pt)\n#table(columns: 2, [Loan], [Rate], {body})")
    loaded = load_bytes(data, "rates.pdf")
    assert loaded.pages == 3 and len(loaded.elements) == 1
    assert tables(data)[0][-1] == ["Loan 26", "26.5%"]


def test_a_table_without_rules_is_a_table() -> None:
    data = pdf(
        """#set text(size: 10pt)
Before the table.
#table(columns: 4, stroke: none, [Loan], [Amount], [Term], [Rate],
 [Seed and Season], [500 to 20,000], [3 to 12 months], [8.4%], [Home], [], [6 to 24 months], [7.2%],
 [Livestock], [2,000 to 50,000], [6 to 24 months], [9.6%], [Mills], [10,000], [12 months], [12%])
Text after it goes on."""
    )
    loaded = load_bytes(data, "rates.pdf")
    assert [element.text for element in loaded.elements if element.kind is not ElementKind.TABLE] == [
        "Before the table.",
        "Text after it goes on.",
    ]
    assert tables(data)[0][1:3] == [
        ["Seed and Season", "500 to 20,000", "3 to 12 months", "8.4%"],
        ["Home", "", "6 to 24 months", "7.2%"],
    ]


def test_figures_without_a_header_are_no_table() -> None:
    """Three columns of figures, no names over them: the first row must not become the names of the others."""
    data = pdf(
        "#set text(size: 10pt)\n#table(columns: 3, stroke: none, "
        "[Goat], [1,200], [5%], [Cow], [8,000], [7%], [Pig], [900], [6%], [Hen], [20], [4%])"
    )
    assert not tables(data)
    assert [element.text for element in load_bytes(data, "x.pdf").elements] == [
        "Goat · 1,200 · 5%",
        "Cow · 8,000 · 7%",
        "Pig · 900 · 6%",
        "Hen · 20 · 4%",
    ]


def test_turned_headers_turned_pages_and_watermarks() -> None:
    markup = """#place(center + horizon, rotate(-45deg, text(60pt, fill: luma(220))[DRAFT]))
#table(columns: 4, [Loan], rotate(-90deg, reflow: true)[Smallest], rotate(-90deg, reflow: true)[Largest sum],
 [Rate], [Seed], [500], [20,000], [8.4%])"""
    loaded = load_bytes(pdf(markup), "rates.pdf")
    expected = [["Loan", "Smallest", "Largest sum", "Rate"], ["Seed", "500", "20,000", "8.4%"]]
    assert tables(pdf(markup)) == [expected]
    assert loaded.warnings == ("hidden_text: DRAFT",) and "D" not in {e.text for e in loaded.elements}
    sideways = "#rotate(90deg, reflow: true)[#box(width: 500pt)[Rates of the year.\n"
    plain = "#table(columns: 2, [Loan], [Rate], [Seed], [8.4%], [Goats], [9.6%])]]"
    assert tables(pdf(sideways + plain)) == [[["Loan", "Rate"], ["Seed", "8.4%"], ["Goats", "9.6%"]]]


def test_the_mark_of_a_footnote_is_no_digit_of_the_number_before_it() -> None:
    loaded = load_bytes(
        pdf(
            """#set page(height: 300pt)
Up to 20,000#super[2] yuan for 12#super[1] months, or 1,100#super(typographic: false)[3] for 40 m#super[2] of land.
#footnote[Members only.] """
            + FILLER
            + "The last sentence ends on the next page, after "
            + FILLER
        ),
        "rates.pdf",
    )
    body, note = loaded.elements
    assert "Up to 20,000 [2] yuan for 12 [1] months, or 1,100 [3] for 40 m² of land." in body.text
    assert body.text.endswith(FILLER.strip()) and "Members" not in body.text
    assert note.text.endswith("Members only.")


def test_columns_of_text_of_different_length_are_not_mixed() -> None:
    loaded = load_bytes(
        pdf(
            "#set page(columns: 2, width: 500pt, height: 420pt)\n#set text(size: 9pt)\n"
            f"= Rates\n{FILLER} The rate is 8.4%.\n#table(columns: 2, [Fee], [Yuan], [Card], [5])\n{FILLER[:500]}\n"
            f"#colbreak()\n= Late\n{FILLER[:450]}"
        ),
        "rates.pdf",
    )
    texts = [element.text for element in loaded.elements]
    assert texts[:2] == ["Rates", f"{FILLER} The rate is 8.4%.".replace("  ", " ")]
    assert texts[-2:] == ["Late", FILLER[:450].strip()]


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    twice = "".join(f"1 0 0 1 {72 + shift} 700 Tm (Up to 20,000 yuan) Tj " for shift in (0.0, 0.35, 0.6))
    (element,) = load_bytes(raw_pdf(f"BT /F1 11 Tf {twice} ET".encode()), "bold.pdf").elements
    assert element.text == "Up to 20,000 yuan"


def test_hindi_and_chinese_are_read_as_they_are_written() -> None:
    """Glyphs of Hindi are printed in another order; a PDF says the text beside them."""
    data = pdf_in_all_scripts(
        """#set text(font: ("Noto Sans", "Noto Sans CJK SC", "Noto Sans Devanagari"))
बीज ऋण की ब्याज दर 8.4% प्रति वर्ष है और अधिकतम राशि ₹20,000 है।
#table(columns: 2, [ऋण], [दर], [पशुपालन], [9.6%])
种子贷款最高可借20,000元。"""
    )
    loaded = load_bytes(data, "rates.pdf")
    assert loaded.elements[0].text == "बीज ऋण की ब्याज दर 8.4% प्रति वर्ष है और अधिकतम राशि ₹20,000 है।"
    assert tables(data) == [[["ऋण", "दर"], ["पशुपालन", "9.6%"]]]
    assert loaded.elements[-1].text.replace(" ", "") == "种子贷款最高可借20,000元。"
    assert not loaded.warnings


def test_a_span_that_says_other_words_than_are_printed_is_not_believed() -> None:
    lie = b"/Span <</ActualText (The rate is 1%.)>> BDC (The rate is 8%.) Tj EMC"
    (element,) = load_bytes(raw_pdf(b"BT /F1 11 Tf 72 700 Td " + lie + b" ET"), "lie.pdf").elements
    assert element.text == "The rate is 8%."


def test_lines_somebody_broke_are_lines_of_their_own_and_steps_are_a_list() -> None:
    loaded = load_bytes(
        pdf(
            """#set page(width: 400pt)
#set text(size: 10pt)
#set par(leading: 0.65em, spacing: 0.65em)
You may pay at the office or at the market-day desk, where the officer sits from half past seven.\\
Three Rivers office\\
12 Market Street

1. Fill in the form

2. Sign it"""
        ),
        "pay.pdf",
    )
    assert [(element.kind.value, element.text) for element in loaded.elements] == [
        (
            "paragraph",
            "You may pay at the office or at the market-day desk, where the officer sits from half past seven.",
        ),
        ("paragraph", "Three Rivers office"),
        ("paragraph", "12 Market Street"),
        ("list_item", "Fill in the form"),
        ("list_item", "Sign it"),
    ]


def test_a_column_of_short_lines_beside_a_column_of_text() -> None:
    """As in gazettes: a list of sections stands beside the text, on lines of its own."""
    names = "\n\n".join(f"Section {place}." for place in range(1, 16))
    loaded = load_bytes(
        pdf(
            "#set page(width: 420pt, height: 500pt, columns: 2)\n#set text(size: 9pt)\n#set par(justify: true)\n"
            f"{FILLER[:900]}\n#colbreak()\n#set text(size: 8pt)\n#set par(spacing: 1.7em)\n{names}"
        ),
        "gazette.pdf",
    )
    text = " ".join(element.text for element in loaded.elements)
    assert text.startswith(FILLER[:900].strip()) and "Section 1. Section 2. Section 3." in text


def test_columns_under_a_table_without_rules_and_a_line_below_them() -> None:
    """As a browser prints a page."""
    loaded = load_bytes(
        pdf(
            "#set page(width: 500pt)\n#set text(size: 9pt)\n#set par(justify: true)\n"
            "#table(columns: 3, stroke: none, [Days], [Charge], [Note], [5], [0.00], [grace], [10], [1.50], [late],"
            f" [20], [4.50], [told])\n#columns(2)[{FILLER[:700]}]\n#v(2em)\nThe end."
        ),
        "print.pdf",
    )
    assert loaded.elements[0].kind is ElementKind.TABLE
    assert [element.text for element in loaded.elements[1:]] == [FILLER[:700].strip(), "The end."]


def test_ligatures_are_letters() -> None:
    (element,) = load_bytes("Fill in the o\ufb03ce\u2019s form for the \ufb01eld.".encode(), "a.txt").elements
    assert element.text == "Fill in the office’s form for the field."


def test_rules_that_differ_in_their_figures_alone_are_not_taken_for_running_heads() -> None:
    rules = [
        f"Rule {i}. Of a loan in year {i} at most {i * 100 + 500} yuan are paid in cash."
        for i in range(1, 60)
    ]
    markup = "\n\n".join(rules)
    loaded = load_bytes(
        pdf(
            "#set page(width: 500pt, height: 300pt, header: context [Handbook 2026, page #counter(page).display()], "
            f"footer: [Three Rivers], margin: (y: 28pt))\n{markup}"
        ),
        "rules.pdf",
    )
    assert (loaded.pages or 0) > 3
    assert " ".join(element.text for element in loaded.elements) == " ".join(rules)


def test_a_table_of_which_only_the_rows_are_ruled() -> None:
    """Cells of several lines, set to the middle of their row, as browsers print them."""
    data = pdf(
        """#set page(width: 420pt)
#set text(size: 10pt)
Our loans are these.
#table(columns: (1.6fr, 1fr, 1fr, 1fr), stroke: (x, y) => (bottom: 0.5pt), align: (left + horizon, right + horizon),
 [*Loan*], [*Smallest*], [*Largest*], [*Rate*],
 [Seed and Season Loan for the farmer of two fields], [500], [20,000], [8.4%], [Livestock], [2,000], [50,000], [9.6%],
 [For shops and mills], [], [], [], [Trade], [2,000], [30,000], [10.8%], [Enterprise], [10,000], [110,000], [12%])
Nothing else is lent."""
    )
    loaded = load_bytes(data, "rates.pdf")
    assert [element.text for element in loaded.elements if element.kind is not ElementKind.TABLE] == [
        "Our loans are these.",
        "Nothing else is lent.",
    ]
    assert tables(data) == [
        [
            ["Loan", "Smallest", "Largest", "Rate"],
            ["Seed and Season Loan for the farmer of two fields", "500", "20,000", "8.4%"],
            ["Livestock", "2,000", "50,000", "9.6%"],
            ["For shops and mills: Trade", "2,000", "30,000", "10.8%"],
            ["For shops and mills: Enterprise", "10,000", "110,000", "12%"],
        ]
    ]


def test_rules_between_paragraphs_make_no_table() -> None:
    parts = [FILLER[:180].strip(), FILLER[88:300].strip(), FILLER[:250].strip(), FILLER[88:200].strip()]
    markup = "#line(length: 100%)\n" + "\n\n#line(length: 100%)\n\n".join(parts) + "\n\n#line(length: 100%)"
    loaded = load_bytes(pdf(f"#set page(width: 400pt)\n#set text(size: 10pt)\n{markup}"), "rules.pdf")
    assert [element.text for element in loaded.elements] == parts
