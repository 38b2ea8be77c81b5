package org.luoshi.documents.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Gives each tag a run of its own, with the whole look of the run in which it begins. The engine would cut runs itself, but keeps only one of
 * the fonts of a run: Chinese text behind a label would come out in the font of the Latin letters.
 */
final class Runs {

    private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}");
    private static final String SPACE = "xml:space";

    private Runs() {}

    static void apart(XWPFDocument document) {
        Tags.roots(document).toList().forEach(Runs::apart);
    }

    private static void apart(Node node) {
        if (Tags.is(node, "p")) {
            apartIn(node);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            apart(child);
        }
    }

    /** Runs that stand side by side and hold nothing but text are read as one line. */
    private static void apartIn(Node paragraph) {
        List<Element> line = new ArrayList<>();
        for (Node child : children(paragraph)) {
            if (Tags.is(child, "r")) {
                if (textOf(child) == null) {
                    apart(line);
                    line.clear();
                } else {
                    line.add((Element) child);
                }
            }
        }
        apart(line);
    }

    private static void apart(List<Element> line) {
        StringBuilder all = new StringBuilder();
        line.forEach(run -> all.append(Tags.textOf(text(run))));
        List<int[]> tags = new ArrayList<>();
        Matcher found = TAG.matcher(all);
        while (found.find()) {
            tags.add(new int[] {found.start(), found.end()});
        }
        if (tags.isEmpty()) {
            return;
        }
        int at = 0;
        for (Element run : line) {
            int end = at + Tags.textOf(text(run)).length();
            replace(run, pieces(all.toString(), at, end, tags));
            at = end;
        }
    }

    /** What a run between two places of the line holds afterwards: its own words, and whole tags that begin in it. */
    private static List<String> pieces(String all, int from, int to, List<int[]> tags) {
        List<String> pieces = new ArrayList<>();
        int at = from;
        for (int[] tag : tags) {
            if (tag[1] <= from || tag[0] >= to) {
                continue;
            }
            if (tag[0] > at) {
                pieces.add(all.substring(at, tag[0]));
            }
            if (tag[0] >= from) {
                pieces.add(all.substring(tag[0], tag[1]));
            }
            at = Math.min(tag[1], to);
        }
        if (at < to) {
            pieces.add(all.substring(at, to));
        }
        return pieces;
    }

    private static void replace(Element run, List<String> pieces) {
        if (pieces.size() == 1 && pieces.get(0).equals(Tags.textOf(text(run)))) {
            return;
        }
        Node paragraph = run.getParentNode();
        for (String piece : pieces) {
            Element own = (Element) run.cloneNode(true);
            Element text = text(own);
            while (text.getFirstChild() != null) {
                text.removeChild(text.getFirstChild());
            }
            text.appendChild(text.getOwnerDocument().createTextNode(piece));
            text.setAttributeNS("http://www.w3.org/XML/1998/namespace", SPACE, "preserve");
            paragraph.insertBefore(own, run);
        }
        paragraph.removeChild(run);
    }

    private static Element text(Element run) {
        return java.util.Objects.requireNonNull(textOf(run), "only runs of text are read");
    }

    /** The one text of a run that holds nothing else; null where it holds a tab, a picture or more. */
    private static @Nullable Element textOf(Node run) {
        Element text = null;
        for (Node child : children(run)) {
            if (Tags.is(child, "t") && text == null) {
                text = (Element) child;
            } else if (!Tags.is(child, "rPr") && child instanceof Element) {
                return null;
            }
        }
        return text;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }
}
