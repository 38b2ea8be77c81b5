package org.luoshi.intake.reading;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks XML parts element by element. No document types, no entities, nothing from outside. */
final class OfficeXml {

    private static final XMLInputFactory FACTORY = factory();

    private OfficeXml() {}

    /** What is done with an element. It may read on, but at most to the element's own end. */
    @FunctionalInterface
    interface Visitor {
        void visit(XMLStreamReader element) throws XMLStreamException;
    }

    static XMLStreamReader open(InputStream part) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(part);
    }

    /** Every element of the part. */
    static void walk(InputStream part, Visitor visitor) throws XMLStreamException {
        XMLStreamReader xml = open(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                visitor.visit(xml);
            }
        }
        xml.close();
    }

    /** The direct children of the current element; afterwards the reader stands at its end. */
    static void children(XMLStreamReader xml, Visitor visitor) throws XMLStreamException {
        int depth = 0;
        while (depth >= 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1) {
                    visitor.visit(xml);
                    depth -= xml.isEndElement() ? 1 : 0;
                }
            }
        }
    }

    static void skip(XMLStreamReader xml) throws XMLStreamException {
        children(xml, child -> {});
    }

    static String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
