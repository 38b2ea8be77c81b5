package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One w:tbl: its cells in the columns of the table's grid. */
final class DocxTable {

    private static final int WIDEST = 500;

    private final XMLStreamReader xml;
    private final DocxBody body;
    private final List<List<GridCell>> rows = new ArrayList<>();

    private static final class Row {
        private final List<GridCell> places = new ArrayList<>();
        private int emptyAfter;
        private boolean deleted;
    }

    private static final class Properties {
        private int span = 1;
        private boolean goesOnFromAbove;
        private boolean goesOnFromLeft;
    }

    DocxTable(XMLStreamReader xml, DocxBody body) {
        this.xml = xml;
        this.body = body;
    }

    List<List<GridCell>> read() throws XMLStreamException {
        rows();
        return rows;
    }

    private void rows() throws XMLStreamException {
        OfficeXml.children(xml, child -> {
            switch (child.getLocalName()) {
                case "tr" -> row();
                case "tblPr", "tblGrid", "sdtPr", "del", "moveFrom" -> OfficeXml.skip(xml);
                default -> rows();
            }
        });
    }

    private void row() throws XMLStreamException {
        Row row = new Row();
        cells(row);
        pad(row, row.emptyAfter);
        if (!row.deleted) {
            rows.add(row.places);
        }
    }

    private void cells(Row row) throws XMLStreamException {
        OfficeXml.children(xml, child -> {
            switch (child.getLocalName()) {
                case "trPr" -> rowProperties(row);
                case "tc" -> cell(row);
                case "tblPrEx", "sdtPr", "del", "moveFrom" -> OfficeXml.skip(xml);
                default -> cells(row);
            }
        });
    }

    private void rowProperties(Row row) throws XMLStreamException {
        OfficeXml.children(xml, child -> {
            switch (child.getLocalName()) {
                case "gridBefore" -> pad(row, value());
                case "gridAfter" -> row.emptyAfter = value();
                case "del" -> row.deleted = true;
                default -> {}
            }
        });
    }

    private void cell(Row row) throws XMLStreamException {
        GridCell cell = new GridCell();
        Properties properties = new Properties();
        OfficeXml.children(xml, child -> {
            if (child.getLocalName().equals("tcPr")) {
                properties(properties);
            } else {
                body.block(storyOf(cell));
            }
        });
        GridCell placed =
                properties.goesOnFromAbove ? above(row, cell) : properties.goesOnFromLeft ? left(row, cell) : cell;
        for (int i = 0; i < properties.span && row.places.size() < WIDEST; i++) {
            row.places.add(placed);
        }
    }

    private void properties(Properties properties) throws XMLStreamException {
        OfficeXml.children(xml, child -> {
            switch (child.getLocalName()) {
                case "gridSpan" -> properties.span = Math.max(1, value());
                case "vMerge" -> properties.goesOnFromAbove = goesOn();
                case "hMerge" -> properties.goesOnFromLeft = goesOn();
                default -> OfficeXml.skip(xml);
            }
        });
    }

    private boolean goesOn() {
        return !OfficeXml.attribute(xml, "val").equals("restart");
    }

    private int value() {
        return Math.min(WIDEST, OfficeXml.number(OfficeXml.attribute(xml, "val"), 0));
    }

    private GridCell above(Row row, GridCell otherwise) {
        @Nullable List<GridCell> above = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        int column = row.places.size();
        return above == null || column >= above.size() ? otherwise : above.get(column);
    }

    private static GridCell left(Row row, GridCell otherwise) {
        return row.places.isEmpty() ? otherwise : row.places.get(row.places.size() - 1);
    }

    private static void pad(Row row, int places) {
        for (int i = 0; i < places && row.places.size() < WIDEST; i++) {
            row.places.add(new GridCell());
        }
    }

    /** A table inside a cell is text of the cell, a line for each of its rows. */
    private static DocxBody.Story storyOf(GridCell cell) {
        return new DocxBody.Story() {
            @Override
            public void paragraph(String lines) {
                cell.add(lines);
            }

            @Override
            public void table(List<List<GridCell>> inner) {
                for (List<GridCell> row : inner) {
                    cell.add(row.stream().distinct().map(GridCell::text).collect(Collectors.joining(" ")));
                }
            }
        };
    }
}
