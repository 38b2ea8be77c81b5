package org.luoshi.mailbox.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.Inspector;
import org.luoshi.shared.BusinessException;

/** What a person has written, out of what a mail program has made of it. */
final class MailText {

    private static final int LONGEST_LINE = 400;

    /** The line above an earlier mail that was quoted, as the usual programs write it. */
    private static final Pattern QUOTE = Pattern.compile(
            "\\s*(?:-{2,}\\s*(?:原始邮件|原邮件|转发的?邮件|回复的?邮件|邮件原件|Original Message|Original|Forwarded message)\\b?.*"
                    + "|_{10,}\\s*|-- ?"
                    + "|(?:On|At) .{5,250} wrote:\\s*"
                    + "|在 ?.{4,250}写道[:：]\\s*"
                    + "|.{2,250}(?:于|在).{4,80}写道[:：]\\s*)");

    private static final Pattern FROM = Pattern.compile("[\\s*]*(?:发件人|寄件者|From)[\\s*]*[:：].*");
    private static final Pattern SENT = Pattern.compile("[\\s*]*(?:发送时间|发送日期|日期|收件人|寄件日期|Sent|Date|To)[\\s*]*[:：].*");
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section");
    /** What mail programs put around the mail that is answered, and what nobody sees. */
    private static final Set<String> QUOTED_TAGS = Set.of("blockquote", "style", "script", "head", "title");

    private static final Set<String> QUOTED_CLASSES = Set.of("gmail_quote", "moz-cite-prefix", "x_gmail_quote");
    private static final Set<String> QUOTED_BELOW = Set.of("divRplyFwdMsg", "appendonsend");

    private MailText() {}

    /** The plain part where there is one with words, else the other without its signs; quotations are cut off. */
    static String written(@Nullable String plain, @Nullable String html) {
        String words = plain == null ? "" : ownWords(plain);
        return words.isEmpty() && html != null ? ownWords(ofHtml(html)) : words;
    }

    /** In the character set that the mail names, and where it names none or the wrong one, in the one that fits. */
    static String decoded(byte[] content, @Nullable String charset) {
        String exact = charset == null ? null : strictly(content, charset);
        if (exact != null) {
            return exact;
        }
        try {
            return content.length == 0 ? "" : Inspector.decode(content);
        } catch (BusinessException e) {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** GB2312 and GBK are what programs call GB18030 when they use its newer characters. */
    private static @Nullable String strictly(byte[] content, String charset) {
        String name = charset.strip().toLowerCase(Locale.ROOT);
        try {
            Charset set =
                    name.startsWith("gb") || name.equals("x-gbk") ? Charset.forName("GB18030") : Charset.forName(name);
            return set.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String ownWords(String text) {
        // A NUL is nothing that a database keeps as text.
        List<String> lines = text.replace("\0", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .lines()
                .toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isQuoteBelow(lines, i)) {
                break;
            }
            if (!line.startsWith(">")) {
                kept.add(line.stripTrailing());
            }
        }
        return String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
    }

    private static boolean isQuoteBelow(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
        // "On … wrote:" is often broken in two.
        boolean broken = line.startsWith("On ")
                && next.length() < LONGEST_LINE
                && QUOTE.matcher(line + " " + next).matches();
        boolean headed = FROM.matcher(line).matches()
                && lines.subList(at + 1, Math.min(lines.size(), at + 4)).stream()
                        .anyMatch(below -> below.length() < LONGEST_LINE
                                && SENT.matcher(below).matches());
        return broken || headed || QUOTE.matcher(line).matches();
    }

    private static String ofHtml(String html) {
        Words words = new Words();
        Jsoup.parse(html).filter(words);
        return words.text.toString();
    }

    /** Gathers the words, a new line for each block, in one walk: a selector with "~" takes hours for a page of a million empty tags. */
    private static final class Words implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        /** Behind a certain child of these everything is quoted. */
        private final Set<Node> over = new HashSet<>();

        @Override
        public FilterResult head(Node node, int depth) {
            Node parent = node.parent();
            if (parent != null && over.contains(parent)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof Element element && isQuoted(element)) {
                if (parent != null && QUOTED_BELOW.contains(element.id())) {
                    over.add(parent);
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (isBlock(node)) {
                text.append('\n');
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (isBlock(node) && !node.nodeName().equals("br")) {
                text.append('\n');
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isQuoted(Element element) {
            return QUOTED_TAGS.contains(element.normalName())
                    || QUOTED_BELOW.contains(element.id())
                    || element.attr("name").equals("QQMailQuote")
                    || QUOTED_CLASSES.stream().anyMatch(element::hasClass);
        }

        private static boolean isBlock(Node node) {
            return node instanceof Element element && BLOCKS.contains(element.normalName());
        }
    }
}
