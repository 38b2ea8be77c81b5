package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.BOMB;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The table of texts that cells point into, and how any rich text becomes plain. */
final class SharedTexts {

    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;
    /** What Excel itself allows in a cell. */
    private static final int LONGEST = 32_767;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(ZipParts parts, String part) {
        SharedTexts shared = new SharedTexts();
        InputStream in = parts.open(part);
        long[] characters = {0};
        Xml.walk(in, element -> {
            if (element.getLocalName().equals("si")) {
                String text = richText(element, "si");
                characters[0] += text.length() + 24;
                if (characters[0] > MOST_CHARACTERS) {
                    throw BOMB.plain();
                }
                shared.texts.add(text);
            }
            return true;
        });
        return shared;
    }

    String at(String index) {
        try {
            return texts.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new DamagedException(e);
        }
    }

    /** All runs of text inside the current element, without the reading aids (rPh). Ends at the element's end. */
    static String richText(XMLStreamReader reader, String element) {
        StringBuilder text = new StringBuilder();
        try {
            boolean wanted = false;
            int phonetic = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    phonetic += reader.getLocalName().equals("rPh") ? 1 : 0;
                    wanted = reader.getLocalName().equals("t") && phonetic == 0;
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    if (reader.getLocalName().equals(element)) {
                        return unescaped(text.toString());
                    }
                    phonetic -= reader.getLocalName().equals("rPh") ? 1 : 0;
                    wanted = false;
                } else if (wanted && reader.isCharacters()) {
                    append(text, reader);
                }
            }
            throw new DamagedException("Unclosed " + element);
        } catch (XMLStreamException e) {
            throw new DamagedException(e);
        }
    }

    /** Excel writes a character that XML cannot bear as {@code _x0007_}, and such a text itself as {@code _x005F_x0007_}. */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    /** The plain text of the current element. */
    static String plainText(XMLStreamReader reader) {
        StringBuilder text = new StringBuilder();
        try {
            while (reader.next() != XMLStreamReader.END_ELEMENT) {
                if (reader.isCharacters()) {
                    append(text, reader);
                }
            }
            return text.toString();
        } catch (XMLStreamException e) {
            throw new DamagedException(e);
        }
    }

    private static void append(StringBuilder text, XMLStreamReader reader) {
        if (text.length() + reader.getTextLength() > LONGEST) {
            throw new DamagedException("A cell longer than Excel allows");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
}
