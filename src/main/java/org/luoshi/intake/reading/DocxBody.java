package org.luoshi.intake.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks document.xml in the order a person reads, with tracked changes as if they had been accepted. */
final class DocxBody {

    /** Boxes to tick are drawn with fonts of pictures. */
    private static final Map<String, String> PICTURES =
            Map.of("F0A8", "□", "F06F", "□", "F0A3", "□", "F02A", "□", "F0FE", "☑", "F052", "☑", "F0FC", "√");

    private final XMLStreamReader xml;
    private final DocxNumbering numbering;
    private final PaperWriter paper;
    /** One entry for each open field: whether what is read now is its instruction. */
    private final Deque<Boolean> instructions = new ArrayDeque<>();
    /** Text of a paragraph whose end was deleted, so that it runs into the next one. */
    private String carried = "";

    /** Where paragraphs and tables go: into the body, a cell, or behind the paragraph that a text box hangs on. */
    interface Story {
        void paragraph(String lines);

        void table(List<List<GridCell>> rows);
    }

    private static final class Reading {
        private final Story story;
        private final StringBuilder text = new StringBuilder();
        private final List<Runnable> boxes = new ArrayList<>();
        private String number = "";
        private boolean endDeleted;

        Reading(Story story) {
            this.story = story;
        }
    }

    DocxBody(XMLStreamReader xml, DocxNumbering numbering, PaperWriter paper) {
        this.xml = xml;
        this.numbering = numbering;
        this.paper = paper;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("body")) {
                blocks(new Story() {
                    @Override
                    public void paragraph(String lines) {
                        paper.paragraph(lines);
                    }

                    @Override
                    public void table(List<List<GridCell>> rows) {
                        paper.table(rows);
                    }
                });
            }
        }
        paper.paragraph(carried);
    }

    /** The paragraphs and tables inside the current element. */
    void blocks(Story story) throws XMLStreamException {
        OfficeXml.children(xml, child -> block(story));
    }

    /** The current element. */
    void block(Story story) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "p" -> paragraph(story);
            case "tbl" -> story.table(new DocxTable(xml, this).read());
            case "AlternateContent" -> alternative(() -> blocks(story));
            case "sectPr", "sdtPr", "del", "moveFrom" -> OfficeXml.skip(xml);
            default -> blocks(story);
        }
    }

    private void paragraph(Story story) throws XMLStreamException {
        Reading reading = new Reading(story);
        inside(reading);
        String text = carried + ListCounter.prefixed(reading.number, reading.text.toString());
        carried = reading.endDeleted ? text : "";
        if (!reading.endDeleted) {
            story.paragraph(text);
        }
        reading.boxes.forEach(Runnable::run);
    }

    private void inside(Reading reading) throws XMLStreamException {
        OfficeXml.children(xml, child -> inline(child.getLocalName(), reading));
    }

    private void inline(String name, Reading reading) throws XMLStreamException {
        switch (name) {
            case "pPr" -> properties(reading);
            case "r" -> run(reading);
            case "t" -> append(reading, xml.getElementText());
            case "tab", "ptab" -> append(reading, "\t");
            case "br", "cr" -> append(reading, "\n");
            case "noBreakHyphen" -> append(reading, "-");
            case "sym" -> append(reading, symbol(OfficeXml.attribute(xml, "char")));
            case "fldChar" -> field(OfficeXml.attribute(xml, "fldCharType"));
            case "txbxContent" -> box(reading);
            case "AlternateContent" -> alternative(() -> inside(reading));
            case "del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "sdtPr", "rt", "fldData" ->
                OfficeXml.skip(xml);
            default -> inside(reading);
        }
    }

    private void append(Reading reading, String text) {
        if (!instructions.contains(true)) {
            reading.text.append(text);
        }
    }

    private void properties(Reading reading) throws XMLStreamException {
        DocxNumbering.Reference[] own = {null};
        String[] style = {null};
        OfficeXml.children(xml, child -> {
            switch (child.getLocalName()) {
                case "pStyle" -> style[0] = OfficeXml.attribute(xml, "val");
                case "numPr" -> own[0] = DocxNumbering.reference(xml);
                case "rPr" -> OfficeXml.children(xml, mark -> reading.endDeleted |= isDeleted(mark.getLocalName()));
                default -> OfficeXml.skip(xml);
            }
        });
        reading.number = numbering.next(own[0], style[0]);
    }

    private static boolean isDeleted(String name) {
        return name.equals("del") || name.equals("moveFrom");
    }

    private void run(Reading reading) throws XMLStreamException {
        boolean[] hidden = {false};
        OfficeXml.children(xml, child -> {
            if (child.getLocalName().equals("rPr")) {
                OfficeXml.children(xml, property -> hidden[0] |= isOn(property, "vanish"));
            } else if (hidden[0] && !child.getLocalName().equals("fldChar")) {
                OfficeXml.skip(xml);
            } else {
                inline(child.getLocalName(), reading);
            }
        });
    }

    private static boolean isOn(XMLStreamReader property, String name) {
        String value = OfficeXml.attribute(property, "val");
        return property.getLocalName().equals(name) && !value.equals("0") && !value.equals("false");
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> instructions.push(true);
            case "separate" -> {
                instructions.poll();
                instructions.push(false);
            }
            case "end" -> instructions.poll();
            default -> {}
        }
    }

    private void box(Reading reading) throws XMLStreamException {
        String outer = carried;
        carried = "";
        blocks(new Story() {
            @Override
            public void paragraph(String lines) {
                reading.boxes.add(() -> reading.story.paragraph(lines));
            }

            @Override
            public void table(List<List<GridCell>> rows) {
                reading.boxes.add(() -> reading.story.table(rows));
            }
        });
        carried = outer;
    }

    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    /** The same thing drawn for newer and for older programs: the first that is there counts. */
    private void alternative(Step step) throws XMLStreamException {
        boolean[] taken = {false};
        OfficeXml.children(xml, child -> {
            if (taken[0]) {
                OfficeXml.skip(xml);
            } else {
                taken[0] = true;
                step.take();
            }
        });
    }

    private static String symbol(String code) {
        @Nullable String picture = PICTURES.get(code.toUpperCase(java.util.Locale.ROOT));
        if (picture != null || code.length() != 4) {
            return picture == null ? "" : picture;
        }
        try {
            int character = Integer.parseInt(code, 16);
            return Character.getType(character) == Character.PRIVATE_USE || Character.isSurrogate((char) character)
                    ? ""
                    : Character.toString(character);
        } catch (NumberFormatException none) {
            return "";
        }
    }
}
