package org.luoshi.documents.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.luoshi.documents.DocumentError;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a template says between double braces, wherever it stands and however Word has cut it into runs. */
final class Tags {

    /** The name inside a tag, as the template engine wants to know it too. */
    static final String NAME = "[A-Za-z][A-Za-z0-9]*(\\.any)?";

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern SECTION = Pattern.compile("[?/]" + NAME);
    private static final Pattern VALUE = Pattern.compile("#?[A-Za-z][A-Za-z0-9]*");

    private Tags() {}

    /** All tags of a document with their braces. Refuses the first that is none, and sections that do not close. */
    static List<String> of(XWPFDocument document) {
        List<String> all = new ArrayList<>();
        roots(document).forEach(root -> all.addAll(checked(root)));
        return all;
    }

    static Stream<Node> roots(XWPFDocument document) {
        Stream<Node> margins = Stream.<XWPFHeaderFooter>concat(
                        document.getHeaderList().stream(), document.getFooterList().stream())
                .map(part -> part._getHdrFtr().getDomNode());
        Stream<Node> notes =
                document.getFootnotes().stream().map(XWPFFootnote::getCTFtnEdn).map(note -> note.getDomNode());
        Stream<Node> ends =
                document.getEndnotes().stream().map(note -> note.getCTFtnEdn().getDomNode());
        return Stream.of(Stream.of(document.getDocument().getDomNode()), margins, notes, ends)
                .flatMap(nodes -> nodes);
    }

    private static List<String> checked(Node root) {
        List<String> tags = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        collect(root, new StringBuilder(), text -> {
            Matcher braces = BRACES.matcher(text);
            while (braces.find()) {
                follow(braces.group(1), open);
                tags.add(braces.group());
            }
        });
        if (!open.isEmpty()) {
            throw DocumentError.OPEN_SECTION.with(Map.of("tag", open.peek()));
        }
        return tags;
    }

    private static void follow(String inner, Deque<String> open) {
        boolean isSection = SECTION.matcher(inner).matches();
        if (!isSection && !VALUE.matcher(inner).matches()) {
            throw DocumentError.UNKNOWN_TAG.with(Map.of("tag", inner));
        }
        if (inner.startsWith("?")) {
            open.push(inner.substring(1));
        } else if (isSection && !inner.substring(1).equals(open.poll())) {
            throw DocumentError.OPEN_SECTION.with(Map.of("tag", inner.substring(1)));
        }
    }

    /** Hands over the text of each paragraph, one that lies inside another (a text box) before the outer one is finished. */
    private static void collect(Node node, StringBuilder text, java.util.function.Consumer<String> reader) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, "p")) {
                StringBuilder own = new StringBuilder();
                collect(child, own, reader);
                reader.accept(own.toString());
            } else if (is(child, "t")) {
                text.append(textOf(child));
            } else {
                collect(child, text, reader);
            }
        }
    }

    static boolean is(Node node, String name) {
        return node instanceof Element && name.equals(node.getLocalName()) && WORD.equals(node.getNamespaceURI());
    }

    static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child.getNodeValue());
        }
        return text.toString();
    }
}
