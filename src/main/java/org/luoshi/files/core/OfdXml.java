package org.luoshi.files.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of an OFD page (GB/T 33190): pieces that stand at one height are one line, from left to right. */
final class OfdXml {

    /** Millimetres: letters of one line differ less, lines of 16-point text differ more. */
    private static final double LINE_HEIGHT = 3;

    private OfdXml() {}

    static void read(XMLStreamReader xml, TextSink sink) throws XMLStreamException {
        TreeMap<Long, List<Piece>> lines = new TreeMap<>();
        Piece at = new Piece(0, 0, "");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("TextObject")) {
                    at = Piece.at(Xml.attribute(xml, "Boundary"));
                } else if (xml.getLocalName().equals("TextCode")) {
                    Piece piece = new Piece(at.x, at.y, xml.getElementText().strip());
                    lines.computeIfAbsent(Math.round(piece.y / LINE_HEIGHT), unused -> new ArrayList<>())
                            .add(piece);
                }
            }
        }
        for (List<Piece> line : lines.values()) {
            sink.line(line.stream()
                    .sorted(Comparator.comparingDouble(Piece::x))
                    .map(Piece::text)
                    .collect(Collectors.joining()));
        }
    }

    private record Piece(double x, double y, String text) {

        /** Boundary is "x y width height". */
        static Piece at(String boundary) {
            String[] numbers = boundary.strip().split("\\s+");
            try {
                return new Piece(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), "");
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
                throw FileError.DAMAGED.plain();
            }
        }
    }
}
