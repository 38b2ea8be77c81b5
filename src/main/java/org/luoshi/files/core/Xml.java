package org.luoshi.files.core;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML out of files of strangers: no document types, no entities from elsewhere. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /** What somebody does with the events of a document. */
    @FunctionalInterface
    interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    static void read(Container container, String name, Reading reading) throws IOException {
        try (InputStream in = container.read(name)) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            reading.read(xml);
            xml.close();
        } catch (XMLStreamException broken) {
            throw FileError.DAMAGED.plain();
        }
    }

    static String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
