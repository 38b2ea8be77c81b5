package org.luoshi.intake.reading;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Takes the characters and drawn lines off the content of one page. OFD measures in millimetres from the upper left corner. */
final class OfdPageReader {

    private static final double POINTS = 72 / 25.4;

    private final PageTurner turner = new PageTurner();
    private AffineTransform place = new AffineTransform();
    private double size = 4;
    private double widthScale = 1;
    private boolean stroked = true;
    private boolean filled;

    PageContent page() {
        return turner.upright(0, 0);
    }

    void visit(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "TextObject" -> {
                begin(xml);
                size = number(OfficeXml.attribute(xml, "Size"), 4);
                widthScale = number(OfficeXml.attribute(xml, "HScale"), 1);
            }
            case "TextCode" -> text(xml);
            case "PathObject" -> {
                begin(xml);
                stroked = !OfficeXml.attribute(xml, "Stroke").equals("false");
                filled = OfficeXml.attribute(xml, "Fill").equals("true");
            }
            case "AbbreviatedData" -> path(xml.getElementText());
            case "ImageObject" -> turner.image();
            default -> {}
        }
    }

    private void begin(XMLStreamReader xml) {
        double[] box = numbers(OfficeXml.attribute(xml, "Boundary"));
        double[] own = numbers(OfficeXml.attribute(xml, "CTM"));
        place = AffineTransform.getScaleInstance(POINTS, -POINTS);
        if (box.length >= 2) {
            place.translate(box[0], box[1]);
        }
        if (own.length == 6) {
            place.concatenate(new AffineTransform(own));
        }
    }

    private void text(XMLStreamReader xml) throws XMLStreamException {
        double x = number(OfficeXml.attribute(xml, "X"), 0);
        double y = number(OfficeXml.attribute(xml, "Y"), 0);
        double[] right = deltas(OfficeXml.attribute(xml, "DeltaX"));
        double[] down = deltas(OfficeXml.attribute(xml, "DeltaY"));
        int[] signs = xml.getElementText()
                .codePoints()
                .filter(sign -> sign != '\n' && sign != '\r')
                .toArray();
        for (int i = 0; i < signs.length; i++) {
            double width = (Characters.isWide(signs[i]) || signs[i] == 0x3000 ? 1 : 0.5) * size * widthScale;
            double next = i < right.length ? right[i] : right.length == 0 && down.length == 0 ? width : 0;
            show(signs[i], x, y, next > 0 && next < 1.3 * size ? next : width);
            x += next;
            y += i < down.length ? down[i] : 0;
        }
    }

    private void show(int sign, double x, double y, double width) {
        Point2D from = place.transform(new Point2D.Double(x, y), null);
        Point2D to = place.transform(new Point2D.Double(x + width, y), null);
        double angle = Math.toDegrees(Math.atan2(place.getShearY(), place.getScaleX()));
        double height = Math.hypot(place.getShearX(), place.getScaleY()) * size;
        if (PageTurner.isStraight(angle)) {
            turner.show(Characters.unified(Character.toString(sign)), from, to, height, angle);
        }
    }

    /** S and M begin, L draws a line, Q B A curve, C closes. */
    private void path(String data) {
        List<List<Point2D>> pieces = new ArrayList<>();
        String[] words = data.strip().split("\\s+");
        for (int i = 0; i < words.length; ) {
            String command = words[i++];
            switch (command) {
                case "S", "M" -> {
                    pieces.add(new ArrayList<>());
                    add(pieces, words, i);
                    i += 2;
                }
                case "L" -> {
                    add(pieces, words, i);
                    i += 2;
                }
                case "Q", "B", "A" -> {
                    i += command.equals("Q") ? 4 : command.equals("B") ? 6 : 7;
                    pieces.add(new ArrayList<>());
                    add(pieces, words, i - 2);
                }
                case "C" -> {
                    List<Point2D> last = pieces.isEmpty() ? List.of() : pieces.get(pieces.size() - 1);
                    if (!last.isEmpty()) {
                        last.add(last.get(0));
                    }
                }
                default -> {}
            }
        }
        for (List<Point2D> piece : pieces) {
            if (filled) {
                turner.fill(piece);
            }
            if (stroked) {
                turner.stroke(piece);
            }
        }
    }

    private void add(List<List<Point2D>> pieces, String[] words, int at) {
        if (pieces.isEmpty()) {
            pieces.add(new ArrayList<>());
        }
        if (at + 1 < words.length) {
            Point2D point = new Point2D.Double(number(words[at], 0), number(words[at + 1], 0));
            pieces.get(pieces.size() - 1).add(place.transform(point, null));
        }
    }

    /** "5 g 3 4.5" stands for 5 and three times 4.5. */
    private static double[] deltas(String text) {
        List<Double> deltas = new ArrayList<>();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("g") && i + 2 < words.length) {
                int times = (int) Math.min(10_000, number(words[i + 1], 0));
                for (int n = 0; n < times; n++) {
                    deltas.add(number(words[i + 2], 0));
                }
                i += 2;
            } else if (!words[i].isEmpty()) {
                deltas.add(number(words[i], 0));
            }
        }
        return deltas.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] numbers(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return new double[0];
        }
        String[] words = bare.split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = number(words[i], 0);
        }
        return numbers;
    }

    private static double number(String text, double otherwise) {
        try {
            return text.isBlank() ? otherwise : Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}
