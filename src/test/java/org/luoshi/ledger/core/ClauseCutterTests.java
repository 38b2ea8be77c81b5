package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.ledger.core.ClauseCutter.Span;

/** Where a text is cut, and where it is not. */
class ClauseCutterTests {

    @Test
    void sentencesEndAtTheirMarks() {
        assertThat(cut("一是建标准；二是报数量。请抓紧！好吗？")).containsExactly("一是建标准；", "二是报数量。", "请抓紧！", "好吗？");
    }

    @Test
    void nothingIsCutInsideQuotationMarksBracketsAndTitles() {
        assertThat(cut("会议指出：“要快。要实。”并强调《通知；附件》的落实（含县级；乡级）。完"))
                .containsExactly("会议指出：“要快。要实。”并强调《通知；附件》的落实（含县级；乡级）。", "完");
        assertThat(cut("甲（乙（丙。丁）戊。）己。庚")).containsExactly("甲（乙（丙。丁）戊。）己。", "庚");
        assertThat(cut("『一。「二。」三。』四。五")).containsExactly("『一。「二。」三。』四。", "五");
    }

    @Test
    void aLineEndsAClauseWhateverWasLeftOpen() {
        assertThat(cut("一、（未闭合。仍在括号内\n二、下一行。三")).containsExactly("一、（未闭合。仍在括号内", "二、下一行。", "三");
        assertThat(cut("多出的）。下一句。")).containsExactly("多出的）。", "下一句。");
    }

    @Test
    void charactersBeyondTheBasicPlaneCountAsOne() {
        String body = "𠮷野家。𠀋二。";
        assertThat(ClauseCutter.cut(body, List.of())).containsExactly(new Span(0, 4), new Span(4, 7));
        assertThat(cut(body)).containsExactly("𠮷野家。", "𠀋二。");
    }

    @Test
    void whiteSpaceIsNotPartOfAClauseAndWordlessPiecesAreDropped() {
        assertThat(cut("　　第一。 \t\n\n　。；  \n——\n第二")).containsExactly("第一。", "第二");
        assertThat(cut("")).isEmpty();
        assertThat(cut("\r\n甲。\r\n乙。")).containsExactly("甲。", "乙。");
    }

    @Test
    void whatIsTakenStaysAsItIs() {
        String body = "甲一。乙二。丙三。";
        assertThat(ClauseCutter.cut(body, List.of(new Span(3, 6)))).containsExactly(new Span(0, 3), new Span(6, 9));
        assertThat(ClauseCutter.cut(body, List.of(new Span(0, 9)))).isEmpty();
        assertThat(ClauseCutter.cut(body, List.of(new Span(1, 4))).stream().map(span -> text(body, span)))
                .containsExactly("甲", "二。", "丙三。");
    }

    private static List<String> cut(String body) {
        return ClauseCutter.cut(body, List.of()).stream()
                .map(span -> text(body, span))
                .toList();
    }

    private static String text(String body, Span span) {
        return SourceService.text(body, span.start(), span.end());
    }
}
