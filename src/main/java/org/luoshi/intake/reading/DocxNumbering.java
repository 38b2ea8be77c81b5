package org.luoshi.intake.reading;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The automatic numbers of a .docx: numbering.xml says how they look, styles.xml which styles have them. */
final class DocxNumbering {

    private static final String UNNUMBERED = "0";

    /** A list and a level of it, as a paragraph or a style names them; null where nothing is said. */
    record Reference(@Nullable String list, @Nullable Integer level) {}

    private static final class Instance {
        private String definition = "";
        private final Map<Integer, Integer> starts = new HashMap<>();
        private final Map<Integer, ListCounter.Level> levels = new HashMap<>();
    }

    private final Map<String, List<ListCounter.Level>> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<String, Integer> levelOfStyle = new HashMap<>();
    private final Map<String, Reference> styles = new HashMap<>();
    private final Map<String, String> basedOn = new HashMap<>();
    private final ListCounter counter = new ListCounter();
    private String defaultStyle = "";

    boolean isEmpty() {
        return instances.isEmpty();
    }

    /** Counts the paragraph and returns its number; empty where it has none. */
    String next(@Nullable Reference own, @Nullable String styleId) {
        String style = styleId == null ? defaultStyle : styleId;
        String list = own != null && own.list() != null ? own.list() : listOfStyle(style);
        Instance instance = list == null || list.equals(UNNUMBERED) ? null : instances.get(list);
        if (instance == null) {
            return "";
        }
        List<ListCounter.Level> levels = levels(instance);
        int level = own != null && own.level() != null ? own.level() : levelOfStyle(instance.definition, style);
        if (level < 0 || level >= levels.size()) {
            return "";
        }
        counter.begin(instance.definition, String.valueOf(list), instance.starts);
        return counter.next(instance.definition, levels, level);
    }

    private List<ListCounter.Level> levels(Instance instance) {
        List<ListCounter.Level> levels = definitions.getOrDefault(instance.definition, List.of());
        if (instance.levels.isEmpty()) {
            return levels;
        }
        List<ListCounter.Level> own = new ArrayList<>(levels);
        instance.levels.forEach((at, level) -> {
            if (at >= 0 && at < own.size()) {
                own.set(at, level);
            }
        });
        return own;
    }

    private @Nullable String listOfStyle(String style) {
        String at = style;
        for (int depth = 0; at != null && depth < 20; depth++) {
            Reference reference = styles.get(at);
            if (reference != null && reference.list() != null) {
                return reference.list();
            }
            at = basedOn.get(at);
        }
        return null;
    }

    private int levelOfStyle(String definition, String style) {
        String at = style;
        for (int depth = 0; at != null && depth < 20; depth++) {
            Reference reference = styles.get(at);
            if (reference != null && reference.level() != null) {
                return reference.level();
            }
            Integer linked = levelOfStyle.get(definition + "/" + at);
            if (linked != null) {
                return linked;
            }
            at = basedOn.get(at);
        }
        return 0;
    }

    void readNumbering(InputStream part) throws XMLStreamException {
        Map<String, String> styleOf = new HashMap<>();
        Map<String, String> definedBy = new HashMap<>();
        OfficeXml.walk(part, xml -> {
            switch (xml.getLocalName()) {
                case "abstractNum" -> readDefinition(xml, styleOf, definedBy);
                case "num" -> readInstance(xml);
                default -> {}
            }
        });
        // A definition may only point at a list style, whose own definition has the levels.
        styleOf.forEach((definition, style) -> {
            String source = definedBy.get(style);
            if (source != null && definitions.containsKey(source)) {
                definitions.put(definition, definitions.get(source));
            }
        });
    }

    private void readDefinition(XMLStreamReader xml, Map<String, String> styleOf, Map<String, String> definedBy)
            throws XMLStreamException {
        String id = OfficeXml.attribute(xml, "abstractNumId");
        List<ListCounter.Level> levels = new ArrayList<>();
        OfficeXml.children(xml, child -> {
            switch (child.getLocalName()) {
                case "lvl" -> levels.add(readLevel(child, id, levels.size()));
                case "numStyleLink" -> styleOf.put(id, OfficeXml.attribute(child, "val"));
                case "styleLink" -> definedBy.put(OfficeXml.attribute(child, "val"), id);
                default -> {}
            }
        });
        definitions.put(id, levels.size() > ListCounter.LEVELS ? levels.subList(0, ListCounter.LEVELS) : levels);
    }

    private ListCounter.Level readLevel(XMLStreamReader xml, String definition, int at) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        OfficeXml.children(xml, child -> {
            values.put(child.getLocalName(), OfficeXml.attribute(child, "val"));
            if (child.getLocalName().equals("AlternateContent")) {
                OfficeXml.children(
                        child,
                        choice -> OfficeXml.children(choice, format -> {
                            values.putIfAbsent(format.getLocalName(), OfficeXml.attribute(format, "val"));
                        }));
            }
        });
        String style = values.get("pStyle");
        if (style != null) {
            levelOfStyle.put(definition + "/" + style, at);
        }
        return new ListCounter.Level(
                OfficeXml.number(values.get("start"), 0),
                values.getOrDefault("numFmt", "decimal"),
                values.getOrDefault("lvlText", ""),
                values.containsKey("isLgl") && !values.get("isLgl").equals("0"),
                OfficeXml.number(values.get("lvlRestart"), -1));
    }

    private void readInstance(XMLStreamReader xml) throws XMLStreamException {
        Instance instance = new Instance();
        instances.put(OfficeXml.attribute(xml, "numId"), instance);
        OfficeXml.children(xml, child -> {
            if (child.getLocalName().equals("abstractNumId")) {
                instance.definition = OfficeXml.attribute(child, "val");
            } else if (child.getLocalName().equals("lvlOverride")) {
                int level = OfficeXml.number(OfficeXml.attribute(child, "ilvl"), -1);
                OfficeXml.children(child, override -> {
                    if (override.getLocalName().equals("lvl")) {
                        instance.levels.put(level, readLevel(override, "", level));
                    } else if (level >= 0 && level < ListCounter.LEVELS) {
                        instance.starts.put(level, OfficeXml.number(OfficeXml.attribute(override, "val"), 1));
                    }
                });
            }
        });
    }

    void readStyles(InputStream part) throws XMLStreamException {
        OfficeXml.walk(part, xml -> {
            if (xml.getLocalName().equals("style")
                    && OfficeXml.attribute(xml, "type").equals("paragraph")) {
                String id = OfficeXml.attribute(xml, "styleId");
                if (OfficeXml.attribute(xml, "default").equals("1")) {
                    defaultStyle = id;
                }
                OfficeXml.children(xml, child -> {
                    if (child.getLocalName().equals("basedOn")) {
                        basedOn.put(id, OfficeXml.attribute(child, "val"));
                    } else if (child.getLocalName().equals("pPr")) {
                        OfficeXml.children(child, property -> {
                            if (property.getLocalName().equals("numPr")) {
                                styles.put(id, reference(property));
                            }
                        });
                    }
                });
            }
        });
    }

    /** Reads a w:numPr. */
    static Reference reference(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        OfficeXml.children(xml, child -> values.put(child.getLocalName(), OfficeXml.attribute(child, "val")));
        String level = values.get("ilvl");
        return new Reference(values.get("numId"), level == null ? null : Integer.valueOf(OfficeXml.number(level, 0)));
    }
}
