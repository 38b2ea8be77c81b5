package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.NOT_EXCEL;
import static org.luoshi.spreadsheets.SpreadsheetError.NO_SUCH_SHEET;
import static org.luoshi.spreadsheets.SpreadsheetError.OTHER_DOCUMENT;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SheetView;

/** An .xlsx (or .xlsm, whose macros are ignored), read part by part without unpacking it. */
final class XlsxWorkbook implements Workbook {

    private final ZipParts parts;
    private final String workbookPart;
    private final Map<String, String> relations;
    private final Map<String, String> visibleSheets = new LinkedHashMap<>();
    private boolean from1904;
    private @Nullable SharedTexts shared;

    XlsxWorkbook(byte[] bytes) throws IOException {
        parts = new ZipParts(bytes);
        workbookPart = workbookPart();
        relations = relations(workbookPart);
        readSheetList();
    }

    @Override
    public List<String> sheetNames() {
        return List.copyOf(visibleSheets.keySet());
    }

    @Override
    public void read(String sheetName, int maximumRows, Consumer<SheetRow> reader) {
        XlsxSheet sheet = sheet(sheetName, CellText.Style.SAME_EVERYWHERE);
        sheet.survey(maximumRows);
        sheet.read(sharedTexts(), formats(), reader);
    }

    @Override
    public Optional<SheetView> view(String sheetName, int maximumRows) {
        XlsxSheet sheet = sheet(sheetName, new DatesAsSeen());
        if (!sheet.measure(maximumRows)) {
            return Optional.empty();
        }
        List<SheetRow> shown = new ArrayList<>();
        sheet.read(sharedTexts(), formats(), row -> {
            if (sheet.isShown(row)) {
                shown.add(row);
            }
        });
        return Optional.of(new SheetView(sheetName, shown, sheet.merged()));
    }

    private XlsxSheet sheet(String name, CellText.Style numbers) {
        String part = visibleSheets.get(name);
        if (part == null) {
            throw NO_SUCH_SHEET.with(Map.of("sheet", name));
        }
        return new XlsxSheet(parts, part, from1904, numbers);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    private SharedTexts sharedTexts() {
        SharedTexts texts = shared;
        if (texts == null) {
            @Nullable String part = relations.get("sharedStrings");
            texts = part == null || !parts.has(part) ? SharedTexts.none() : SharedTexts.read(parts, part);
            shared = texts;
        }
        return texts;
    }

    private NumberFormats formats() {
        @Nullable String part = relations.get("styles");
        return part == null || !parts.has(part) ? NumberFormats.none() : NumberFormats.read(parts, part);
    }

    private void readSheetList() {
        Xml.walk(parts.open(workbookPart), element -> {
            if (element.getLocalName().equals("workbookPr")) {
                from1904 = Xml.isTrue(Xml.attribute(element, "date1904"));
            } else if (element.getLocalName().equals("sheet")) {
                String name = Xml.attribute(element, "name");
                String state = Xml.attribute(element, "state");
                String part = relations.get(String.valueOf(Xml.attribute(element, "relationships", "id")));
                if (name != null && part != null && (state == null || state.equals("visible"))) {
                    visibleSheets.put(name, part);
                }
            }
            return true;
        });
    }

    private String workbookPart() {
        if (!parts.has("_rels/.rels")) {
            throw parts.has("[Content_Types].xml") ? OTHER_DOCUMENT.plain() : NOT_EXCEL.plain();
        }
        @Nullable String part = relations("").get("officeDocument");
        if (part == null || !parts.has(part) || !part.endsWith(".xml")) {
            throw OTHER_DOCUMENT.plain();
        }
        boolean[] workbook = {false};
        Xml.walk(parts.open(part), element -> {
            workbook[0] = element.getLocalName().equals("workbook");
            return false;
        });
        if (!workbook[0]) {
            throw OTHER_DOCUMENT.plain();
        }
        return part;
    }

    /** Part names by relation id and, for those there is only one of, by the last word of the relation's type. */
    private Map<String, String> relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String relationsPart = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, String> found = new HashMap<>();
        Xml.walk(parts.open(relationsPart), element -> {
            String id = Xml.attribute(element, "Id");
            String type = Xml.attribute(element, "Type");
            String target = Xml.attribute(element, "Target");
            if (id != null
                    && type != null
                    && target != null
                    && !"External".equals(Xml.attribute(element, "TargetMode"))) {
                String name = partName(folder, target);
                found.put(id, name);
                found.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), name);
            }
            return true;
        });
        return found;
    }

    private static String partName(String folder, String target) {
        try {
            return URI.create("/" + folder)
                    .resolve(target.replace('\\', '/').replace(" ", "%20"))
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new DamagedException(e);
        }
    }
}
