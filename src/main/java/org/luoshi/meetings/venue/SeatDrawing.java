package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.platform.Page;

/** A seat plan as shapes on sheets of A4 landscape, five units to the millimetre, so that a page and a print show the same. */
public final class SeatDrawing {

    /** Of the inside of a sheet. */
    public static final int WIDTH = 1360;

    public static final int HEIGHT = 860;

    private static final int LABEL = 96;
    private static final int ROW = 62;
    private static final int HEAD_ROW = 74;
    private static final int TOP = 46;
    private static final int BEHIND_HEAD = 30;
    private static final int WIDEST = 110;
    private static final double LARGEST_TYPE = 24;
    private static final int MOST_LINES = 4;

    private final Page page;
    private final List<Sheet> sheets = new ArrayList<>();
    private List<Shape> shapes = new ArrayList<>();
    private int y = TOP;

    /** One sheet of paper. */
    public record Sheet(int number, List<Shape> shapes) {

        /** No higher than what stands on it. */
        public int height() {
            return 8
                    + shapes.stream()
                            .mapToInt(one -> one.y() + one.height())
                            .max()
                            .orElse(TOP);
        }
    }

    /**
     * A seat, or the label of a row where {@code box} is false.
     *
     * @param lines the name, broken so that it can be as large as the seat allows
     * @param type size of the type in the units of the drawing
     */
    public record Shape(
            int x,
            int y,
            int width,
            int height,
            boolean box,
            boolean head,
            List<String> lines,
            String type,
            String hint) {

        /** Where the foot of a line stands. */
        public String foot(int line) {
            double size = Double.parseDouble(type);
            double top = y + (height - size * 1.08 * lines.size()) / 2;
            return Ems.number(top + size * (0.92 + 1.08 * line));
        }

        public int middle() {
            return x + width / 2;
        }
    }

    private SeatDrawing(Page page) {
        this.page = page;
    }

    /** The plan on as many sheets as it takes; rows are never cut. */
    public static List<Sheet> of(SeatPlan plan, Page page) {
        SeatDrawing drawing = new SeatDrawing(page);
        for (int i = plan.head().size() - 1; i >= 0; i--) {
            drawing.row(plan.head().get(i), HEAD_ROW);
        }
        drawing.y += plan.head().isEmpty() ? 0 : BEHIND_HEAD;
        plan.hall().forEach(row -> drawing.row(row, ROW));
        drawing.turn();
        return List.copyOf(drawing.sheets);
    }

    private void row(SeatRow row, int height) {
        if (y + height > HEIGHT) {
            turn();
        }
        int count = Math.max(1, row.seats().size());
        int width = Math.min(WIDEST, (WIDTH - 2 * LABEL) / count);
        int left = (WIDTH - width * count) / 2;
        String label = page.t(row.head() ? "meetings.venue.row.head" : "meetings.venue.row.hall", "row", row.number());
        shapes.add(new Shape(0, y, LABEL, height - 8, false, row.head(), List.of(label), "17.0", ""));
        for (PlacedSeat seat : row.seats()) {
            shapes.add(seat(seat, left + (seat.number() - 1) * width + 2, width - 4, height - 8));
        }
        y += height;
    }

    private Shape seat(PlacedSeat seat, int x, int width, int height) {
        Attendee who = seat.who();
        if (who == null) {
            return new Shape(x, y, width, height, true, seat.head(), List.of(), "10.0", "");
        }
        String name = new NameCard(who.id(), who.name(), "", "").setName();
        List<String> lines = broken(name, width - 4, height - 4);
        return new Shape(
                x,
                y,
                width,
                height,
                true,
                seat.head(),
                lines,
                Ems.number(size(lines, width - 4, height - 4)),
                seat.label(page) + " " + who.name() + " " + who.title());
    }

    /** The name on one line or more, whichever lets the type be larger; a narrow seat has it from top to bottom. */
    private static List<String> broken(String name, int width, int height) {
        List<String> best = List.of(name);
        for (int lines = 2; lines <= MOST_LINES; lines++) {
            List<String> tried = cut(name.replace("\u3000", ""), lines);
            if (size(tried, width, height) > size(best, width, height)) {
                best = tried;
            }
        }
        return best;
    }

    private static List<String> cut(String name, int lines) {
        int[] characters = name.codePoints().toArray();
        int each = Math.max(1, (characters.length + lines - 1) / lines);
        List<String> cut = new ArrayList<>();
        for (int from = 0; from < characters.length; from += each) {
            cut.add(new String(characters, from, Math.min(each, characters.length - from)));
        }
        return cut;
    }

    private static double size(List<String> lines, int width, int height) {
        double widest = lines.stream().mapToDouble(Ems::of).max().orElse(1);
        return Math.min(LARGEST_TYPE, Math.min(width / Math.max(1, widest), height / (1.08 * lines.size())));
    }

    private void turn() {
        if (!shapes.isEmpty()) {
            sheets.add(new Sheet(sheets.size() + 1, List.copyOf(shapes)));
            shapes = new ArrayList<>();
        }
        y = TOP;
    }
}
