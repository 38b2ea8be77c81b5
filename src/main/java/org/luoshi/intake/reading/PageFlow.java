package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts the lines and tables of pages together again: paragraphs and tables that a page end has cut, without heads, feet and page numbers. */
final class PageFlow {

    /** A page in reading order: lines and tables by height. */
    private record Item(double y, PageLine line, RuledTable table) {

        boolean isTable() {
            return table != null;
        }
    }

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–―－─·.~\\s]*\\d{1,4}[-—–―－─·.~\\s]*"
            + "|第?\\s*[\\d一二三四五六七八九十百]{1,5}\\s*页(?:[\\s，,/、]*共?\\s*[\\d一二三四五六七八九十百]{1,5}\\s*页)?"
            + "|\\d{1,4}\\s*/\\s*\\d{1,4}|(?i:page)\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?");

    private static final Pattern TABLE_GOES_ON = Pattern.compile("[（(]?续(?:上)?表\\s*\\d*[）)]?");
    private static final int MARGIN_LINES = 2;

    private PageFlow() {}

    static Paper read(List<PageContent> pages) {
        List<List<Item>> items = new ArrayList<>(pages.size());
        for (PageContent page : pages) {
            items.add(items(page));
        }
        dropMargins(items);
        List<PageLine> lines = items.stream()
                .flatMap(List::stream)
                .filter(item -> !item.isTable())
                .map(Item::line)
                .toList();
        PaperWriter paper = new PaperWriter();
        LinesToParagraphs paragraphs = new LinesToParagraphs(lines, paper);
        TableOverPages tables = new TableOverPages(paper);
        for (List<Item> page : items) {
            paragraphs.newPage();
            for (Item item : page) {
                if (item.isTable()) {
                    paragraphs.end();
                    tables.add(item.table());
                } else {
                    tables.end();
                    paragraphs.add(item.line());
                }
            }
        }
        paragraphs.end();
        tables.end();
        return paper.finish();
    }

    private static List<Item> items(PageContent page) {
        List<RuledTable> tables = RuledTables.find(page.rulings());
        List<Glyph> free = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            if (tables.stream().noneMatch(table -> table.take(glyph))) {
                free.add(glyph);
            }
        }
        List<Item> items = new ArrayList<>();
        PageLine.of(free).forEach(line -> items.add(new Item(line.y(), line, null)));
        tables.forEach(table -> items.add(new Item(table.top(), null, table)));
        items.sort(java.util.Comparator.comparingDouble(Item::y));
        return items;
    }

    private static void dropMargins(List<List<Item>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (List<Item> page : pages) {
            atMargins(page).stream().map(PageFlow::place).distinct().forEach(place -> seen.merge(place, 1, Integer::sum));
        }
        for (List<Item> page : pages) {
            page.removeAll(atMargins(page).stream()
                    .filter(item -> PAGE_NUMBER.matcher(item.line().text()).matches()
                            || TABLE_GOES_ON.matcher(item.line().text()).matches()
                            || isRepeated(seen.getOrDefault(place(item), 0), pages.size()))
                    .toList());
        }
    }

    /** On odd and even pages heads may differ. */
    private static boolean isRepeated(int times, int pages) {
        return times >= 2 && times * 3 >= pages;
    }

    /** What a head or foot says but for its numbers, and about where. */
    private static String place(Item item) {
        return item.line().text().replaceAll("\\d+", "#") + "@" + Math.round(item.y() / 6);
    }

    /** The first and last lines of the page that stand outside its tables. */
    private static List<Item> atMargins(List<Item> page) {
        List<Item> found = new ArrayList<>();
        for (int i = 0; i < Math.min(MARGIN_LINES, page.size()) && !page.get(i).isTable(); i++) {
            found.add(page.get(i));
        }
        for (int i = page.size() - 1; i >= Math.max(MARGIN_LINES, page.size() - MARGIN_LINES); i--) {
            if (page.get(i).isTable()) {
                break;
            }
            found.add(page.get(i));
        }
        return found;
    }
}
