package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.TOO_MUCH_TO_LOOK_AT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of an .xlsx, a row per line with tabs between, hidden sheets too. */
final class WorkbookXml {

    private static final long MOST_SHARED_CHARACTERS = 30_000_000;
    private static final Set<String> HEADERS =
            Set.of("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter");

    private final Container container;
    private final TextSink sink;
    private final List<String> shared = new ArrayList<>();

    WorkbookXml(Container container, TextSink sink) {
        this.container = container;
        this.sink = sink;
    }

    void read(List<String> sheets) throws IOException {
        if (container.has("xl/sharedStrings.xml")) {
            Xml.read(container, "xl/sharedStrings.xml", this::readShared);
        }
        for (String sheet : sheets) {
            sink.part(true);
            Xml.read(container, sheet, this::readRows);
        }
        for (String sheet : sheets) {
            Xml.read(container, sheet, this::readHeaders);
        }
    }

    private void readShared(XMLStreamReader xml) throws XMLStreamException {
        long characters = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                String text = richText(xml, "si");
                characters += text.length();
                if (characters > MOST_SHARED_CHARACTERS) {
                    throw TOO_MUCH_TO_LOOK_AT.plain();
                }
                shared.add(text);
            }
        }
    }

    private void readRows(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder row = new StringBuilder();
        String type = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> type = Xml.attribute(xml, "t");
                    case "v" -> append(row, value(type, xml.getElementText()));
                    case "is" -> append(row, richText(xml, "is"));
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                row.toString().lines().forEach(sink::line);
                row.setLength(0);
            }
        }
    }

    private void readHeaders(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && HEADERS.contains(xml.getLocalName())) {
                sink.part(true);
                // &L, &"font,style", &12, &P … are layout and page numbers.
                for (String piece : xml.getElementText().split("&[LCR]")) {
                    piece.replaceAll("&(?:\"[^\"]*\"|\\d+|K[0-9A-Fa-f]{6}|.)", "")
                            .lines()
                            .forEach(sink::line);
                }
            }
        }
    }

    private String value(String type, String value) {
        if (!type.equals("s")) {
            return value;
        }
        try {
            return shared.get(Integer.parseInt(value.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException broken) {
            throw FileError.DAMAGED.plain();
        }
    }

    private static void append(StringBuilder row, String value) {
        if (!value.isEmpty()) {
            row.append(row.isEmpty() ? "" : "\t").append(value);
        }
    }

    /** The runs of one cell text; how it is pronounced (rPh) is no text. */
    private static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    phonetic = true;
                } else if (xml.getLocalName().equals("t") && !phonetic) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(end)) {
                    return text.toString();
                }
                phonetic &= !xml.getLocalName().equals("rPh");
            }
        }
        return text.toString();
    }
}
