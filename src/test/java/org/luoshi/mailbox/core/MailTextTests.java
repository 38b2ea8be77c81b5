package org.luoshi.mailbox.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailTextTests {

    private static final String OWN = "已完成监测对象认定标准。\n\n下月报送名单。";

    static Stream<String> quotations() {
        return Stream.of(
                "------------------ 原始邮件 ------------------\n发件人: \"督查处\"",
                "-----原始邮件-----\n发件人:",
                "-----Original Message-----\nFrom: a",
                "________________________________\n发件人: 督查处",
                "发件人： 督查处 <a@example.org>\n发送时间： 2026年3月2日\n收件人： b",
                "From: A <a@example.org>\nSent: Monday\nTo: b",
                "在 2026-03-02 09:00:00，\"督查处\" <a@example.org> 写道：\n> 请报送",
                "督查处 <a@example.org> 于2026年3月2日周一 09:00写道：\n\n> 请报送",
                "On Mon, 2 Mar 2026 at 09:00, A <a@example.org> wrote:\n> x",
                "On Mon, 2 Mar 2026 at 09:00, A Very Long Name\n<a@example.org> wrote:\n> x",
                "At 2026-03-02 09:00:00, \"A\" <a@example.org> wrote:\n>x",
                "-- \n李联络　电话 12345");
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void whatWasQuotedIsCutOff(String quotation) {
        assertThat(MailText.written(OWN + "\n\n" + quotation + "\n请于3月5日前报送。", null))
                .isEqualTo(OWN);
    }

    @Test
    void ordinaryWordsThatLookALittleLikeAQuotationStay() {
        String text = "发件人一栏已核对。\n在座谈会上，大家写道要抓紧。\n- 一是完成\n-- 二是推进\nFrom: 市里\n按月报送。";
        assertThat(MailText.written(text, null)).isEqualTo(text);
    }

    @Test
    void quotedLinesBetweenOwnOnesGo() {
        assertThat(MailText.written("> 一、标准？\n已定。\n> 二、名单？\n下月报。", null)).isEqualTo("已定。\n下月报。");
    }

    @Test
    void aWebPageIsReadLikeOne() {
        String html = "<html><head><style>p{color:red}</style></head><body><div>已完成<b>标准</b>。</div><p>下月\n报送。</p>"
                + "<script>alert(1)</script><blockquote>请报送</blockquote><div class=\"gmail_quote\">旧</div></body></html>";
        assertThat(MailText.written(null, html)).isEqualTo("已完成标准。\n\n下月 报送。");
        assertThat(MailText.written("  \n", html)).startsWith("已完成");
        assertThat(MailText.written("纯文本", html)).isEqualTo("纯文本");
    }

    @Test
    void tenThousandNestedTagsAreOnlyWords() {
        assertThat(MailText.written(null, "<div>".repeat(10_000) + "好" + "</div>".repeat(10_000)))
                .isEqualTo("好");
    }

    @Test
    void aHundredThousandEmptyTagsAreReadAtOnce() {
        String page = "已办结。" + "<b></b>".repeat(100_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MailText.written(null, page)))
                .isEqualTo("已办结。");
    }

    @Test
    void whatOutlookPutsBelowItsLineIsQuoted() {
        String html = "<body><p>已定。</p><div id=\"appendonsend\"></div><p>旧一</p>旧二</body>";
        assertThat(MailText.written(null, html)).isEqualTo("已定。");
        assertThat(MailText.written(
                        null, "<div>甲<a name=\"QQMailQuote\">旧</a></div><div class=\"b moz-cite-prefix\">旧</div>"))
                .isEqualTo("甲");
    }

    @Test
    void whatADatabaseCannotKeepIsLeftOut() {
        assertThat(MailText.written("已\0办结", null)).isEqualTo("已办结");
    }

    @Test
    void aWrongOrMissingCharacterSetIsFound() {
        String words = "督查处：𠮷镇已办结。";
        byte[] gb = words.getBytes(Charset.forName("GB18030"));
        for (String told : new String[] {"gb2312", "GBK", "gb18030", "utf-8", "us-ascii", "x-unknown", "\"\"", null}) {
            assertThat(MailText.decoded(gb, told)).as("told %s", told).isEqualTo(words);
        }
        byte[] utf8 = words.getBytes(StandardCharsets.UTF_8);
        for (String told : new String[] {"utf-8", "us-ascii", null}) {
            assertThat(MailText.decoded(utf8, told)).as("told %s", told).isEqualTo(words);
        }
    }

    @Test
    void aReferenceIsFoundHoweverItIsRetyped() {
        assertThat(MailReferences.in("回复：[督办〔2026〕12号 · K7F3Q-2XW4M]")).containsExactly("K7F3Q-2XW4M");
        assertThat(MailReferences.in("Re: k7f3q-2xw4m")).containsExactly("K7F3Q-2XW4M");
        assertThat(MailReferences.in("O0IL1-ooooo")).containsExactly("00111-00000");
        assertThat(MailReferences.in("督办12号")).isEmpty();
        assertThat(MailReferences.in("AAAAA-AAAAA ".repeat(1000))).hasSize(5);
    }
}
