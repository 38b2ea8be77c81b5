package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.reading.Paper;

/** Tasks out of tables: a row each, with the units and limits of its columns; merged cells belong to every row they span. */
final class TableItems {

    private final Paper paper;
    private final AssignmentParser parser;
    private @Nullable Columns before;
    private boolean found;

    TableItems(Paper paper, AssignmentParser parser) {
        this.paper = paper;
        this.parser = parser;
    }

    /** Empty when the table divides no work. A table without a head goes on with the columns of the one before it. */
    List<Draft> of(Paper.Table table, List<String> section) {
        List<List<Paper.Cell>> rows = table.rows();
        Columns columns = Columns.of(paper, rows);
        if (columns == null && before != null && before.meanings().size() == width(rows)) {
            columns = new Columns(before.meanings(), 0);
        }
        if (columns == null) {
            return List.of();
        }
        found = true;
        before = columns;
        return drafts(rows, columns, section);
    }

    /** True once a table divided work. */
    boolean found() {
        return found;
    }

    private static int width(List<List<Paper.Cell>> rows) {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }

    private List<Draft> drafts(List<List<Paper.Cell>> rows, Columns columns, List<String> above) {
        List<Draft> drafts = new ArrayList<>();
        Set<Paper.Cell> taken = new HashSet<>();
        List<String> band = new ArrayList<>();
        for (List<Paper.Cell> row : rows.subList(columns.headRows(), rows.size())) {
            if (isBand(row, columns)) {
                band = List.of(written(row.get(columns.meanings().indexOf(columns.textMeaning()))));
                continue;
            }
            if (isHeadAgain(row, columns)) {
                continue;
            }
            Assignment assignment = assignment(row, columns);
            List<Paper.Cell> cells = taskCells(row, columns);
            if (cells.isEmpty() || taken.containsAll(cells)) {
                if (!drafts.isEmpty()) {
                    drafts.get(drafts.size() - 1).add(assignment);
                }
                continue;
            }
            taken.addAll(cells);
            List<String> section = new ArrayList<>(above);
            section.addAll(band);
            section.addAll(sections(row, columns));
            drafts.add(new Draft(number(row, columns), section, parts(cells), assignment));
        }
        return drafts;
    }

    /** One cell over the whole width: a heading between the rows. */
    private boolean isBand(List<Paper.Cell> row, Columns columns) {
        for (int i = 0; i < row.size(); i++) {
            boolean isText = columns.meanings().get(i) == columns.textMeaning();
            for (int j = 0; j < row.size() && isText; j++) {
                if (columns.meanings().get(j).role() != null && row.get(i).equals(row.get(j))) {
                    return true;
                }
            }
        }
        Set<Paper.Cell> said = new HashSet<>();
        row.stream().filter(cell -> !paper.text(cell).isBlank()).forEach(said::add);
        return said.size() == 1
                && (row.stream().distinct().count() == 1
                        || said.contains(row.get(0))
                                && row.stream().filter(said::contains).count() * 2 > row.size());
    }

    private boolean isHeadAgain(List<Paper.Cell> row, Columns columns) {
        return columns.headRows() > 0 && Columns.isHead(paper, row);
    }

    private List<Paper.Cell> taskCells(List<Paper.Cell> row, Columns columns) {
        List<Paper.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Columns.Meaning meaning = columns.meanings().get(i);
            boolean isTask = meaning == Columns.Meaning.TITLE || meaning == Columns.Meaning.CONTENT;
            if (isTask && !paper.text(row.get(i)).isBlank() && !cells.contains(row.get(i))) {
                cells.add(row.get(i));
            }
        }
        return cells;
    }

    private List<Draft.Part> parts(List<Paper.Cell> cells) {
        List<Draft.Part> parts = new ArrayList<>();
        for (Paper.Cell cell : cells) {
            Line line = line(cell);
            Marker.Found marker = Marker.at(line.plain());
            parts.add(new Draft.Part(line, marker == null ? 0 : marker.contentStart(), line.length()));
        }
        return parts;
    }

    private Assignment assignment(List<Paper.Cell> row, Columns columns) {
        Assignment assignment = Assignment.NONE;
        Set<Paper.Cell> read = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            Columns.Meaning meaning = columns.meanings().get(i);
            Paper.Cell cell = row.get(i);
            if (paper.text(cell).isBlank()
                    || meaning.role() == null && meaning != Columns.Meaning.TIME
                    || !read.add(cell)) {
                continue;
            }
            Line line = line(cell);
            assignment = assignment.and(
                    meaning == Columns.Meaning.TIME
                            ? time(line)
                            : parser.parse(line, 0, line.length(), meaning.role()));
        }
        return assignment;
    }

    private static Assignment time(Line line) {
        return new Assignment(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(line.plain().replace('\n', '，')),
                false,
                true);
    }

    private List<String> sections(List<Paper.Cell> row, Columns columns) {
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (columns.meanings().get(i) == Columns.Meaning.SECTION
                    && !paper.text(row.get(i)).isBlank()) {
                sections.add(written(row.get(i)));
            }
        }
        return sections;
    }

    private String number(List<Paper.Cell> row, Columns columns) {
        int at = columns.meanings().indexOf(Columns.Meaning.NUMBER);
        return at < 0 ? "" : written(row.get(at)).replaceAll("[.、．]$", "");
    }

    private String written(Paper.Cell cell) {
        return line(cell).written().strip().replaceAll("\\s*\\n\\s*", "");
    }

    private Line line(Paper.Cell cell) {
        return Line.of(paper, cell.start(), cell.end(), true);
    }
}
