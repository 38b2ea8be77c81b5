package org.luoshi.files.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the paragraphs of an office document, however deep they lie: tables, text boxes, shapes, fields. Deleted text of tracked changes
 * is read too, because it is still in the file.
 *
 * @param paragraph elements that are a paragraph
 * @param text elements that hold text; none means that all characters inside a paragraph are text
 */
record Paragraphs(Set<String> paragraph, Set<String> text) {

    static final Paragraphs WORD = new Paragraphs(Set.of("p"), Set.of("t", "delText"));
    static final Paragraphs DRAWING = new Paragraphs(Set.of("p"), Set.of("t"));
    static final Paragraphs OPEN_DOCUMENT = new Paragraphs(Set.of("p", "h"), Set.of());

    private static final Set<String> GAPS = Set.of("tab", "s");
    private static final Set<String> BREAKS = Set.of("br", "cr", "line-break");

    void read(XMLStreamReader xml, TextSink sink) throws XMLStreamException {
        // A text box lies inside the paragraph it hangs on: each gets its own line.
        Deque<StringBuilder> open = new ArrayDeque<>();
        boolean inText = text.isEmpty();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("Fallback")) {
                    skip(xml);
                } else if (paragraph.contains(name)) {
                    open.push(new StringBuilder());
                } else if (text.contains(name)) {
                    inText = true;
                } else if (!open.isEmpty()) {
                    separate(name, open, sink);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (paragraph.contains(xml.getLocalName())) {
                    sink.line(open.pop().toString());
                } else if (text.contains(xml.getLocalName())) {
                    inText = false;
                }
            } else if (inText && !open.isEmpty() && isText(event)) {
                open.element().append(xml.getText());
            }
        }
    }

    private static void separate(String name, Deque<StringBuilder> open, TextSink sink) {
        if (GAPS.contains(name)) {
            open.element().append('\t');
        } else if (BREAKS.contains(name)) {
            sink.line(open.pop().toString());
            open.push(new StringBuilder());
        }
    }

    /** The second drawing of the same thing, for older programs. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }
}
