package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts the lines and tables of pages together again: paragraphs and tables that a page end has cut, without heads, feet and page numbers. */
final class PageFlow {

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–―－─·.~\\s]*\\d{1,4}[-—–―－─·.~\\s]*"
            + "|第?\\s*[\\d一二三四五六七八九十百]{1,5}\\s*页(?:[\\s，,/、]*共?\\s*[\\d一二三四五六七八九十百]{1,5}\\s*页)?"
            + "|\\d{1,4}\\s*/\\s*\\d{1,4}|(?i:page)\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?");

    private static final Pattern TABLE_GOES_ON = Pattern.compile("[（(]?续(?:上)?表\\s*\\d*[）)]?");
    private static final int MARGIN_LINES = 2;
    private static final int LONGEST_HEAD = 40;

    private PageFlow() {}

    static Paper read(List<PageContent> pages) {
        List<List<PageItem>> items = new ArrayList<>(pages.size());
        for (PageContent page : pages) {
            items.add(items(page));
        }
        dropMargins(items);
        List<PageLine> lines = items.stream().flatMap(PageFlow::lines).toList();
        PaperWriter paper = new PaperWriter();
        LinesToParagraphs paragraphs = new LinesToParagraphs(lines, paper);
        TableOverPages tables = new TableOverPages(paper);
        Map<String, PageMargins> margins = margins(pages, items, lines);
        PageMargins everywhere = PageMargins.of(lines);
        for (int page = 0; page < items.size(); page++) {
            paragraphs.newPage(margins.getOrDefault(format(pages, page), everywhere));
            for (PageItem item : items.get(page)) {
                if (item instanceof RuledTable table) {
                    paragraphs.end();
                    tables.add(table);
                } else if (item instanceof PageLine line) {
                    tables.end();
                    paragraphs.add(line);
                }
            }
        }
        paragraphs.end();
        tables.end();
        return paper.finish();
    }

    private static Stream<PageLine> lines(List<PageItem> page) {
        return page.stream().flatMap(item -> item instanceof PageLine line ? Stream.of(line) : Stream.empty());
    }

    /** Pages of one width on one side of the sheet have their text in one place. */
    private static String format(List<PageContent> pages, int page) {
        return Math.round(pages.get(page).width()) + "/" + page % 2;
    }

    private static Map<String, PageMargins> margins(
            List<PageContent> pages, List<List<PageItem>> items, List<PageLine> all) {
        Map<String, List<PageLine>> lines = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            lines.computeIfAbsent(format(pages, page), unused -> new ArrayList<>())
                    .addAll(lines(items.get(page)).toList());
        }
        Map<String, PageMargins> margins = new HashMap<>();
        lines.forEach((format, some) ->
                margins.put(format, PageMargins.of(some.size() < PageMargins.FEWEST_LINES ? all : some)));
        return margins;
    }

    private static List<PageItem> items(PageContent page) {
        List<RuledTable> tables = RuledTables.find(page.rulings());
        List<Glyph> free = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            if (tables.stream().noneMatch(table -> table.take(glyph))) {
                free.add(glyph);
            }
        }
        List<PageItem> items = new ArrayList<>(PageLine.of(free));
        items.addAll(tables);
        items.sort(Comparator.comparingDouble(PageItem::top));
        return items;
    }

    private static void dropMargins(List<List<PageItem>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (List<PageItem> page : pages) {
            atMargins(page).stream()
                    .map(PageFlow::place)
                    .distinct()
                    .forEach(place -> seen.merge(place, 1, Integer::sum));
        }
        for (List<PageItem> page : pages) {
            page.removeAll(atMargins(page).stream()
                    .filter(line -> PAGE_NUMBER.matcher(line.text()).matches()
                            || TABLE_GOES_ON.matcher(line.text()).matches()
                            || mayBeHead(line.text()) && isRepeated(seen.getOrDefault(place(line), 0), pages.size()))
                    .toList());
        }
    }

    /** Better a head too many in the text than a line of the text too few. */
    private static boolean mayBeHead(String text) {
        return text.length() <= LONGEST_HEAD && !Characters.endsSentence(text) && !Characters.startsWithMarker(text);
    }

    /** On odd and even pages heads may differ. */
    private static boolean isRepeated(int times, int pages) {
        return times >= 2 && times * 3 >= pages;
    }

    /** What a head or foot says but for its numbers, and about where. */
    private static String place(PageLine line) {
        return line.text().replaceAll("\\d+", "#") + "@" + Math.round(line.y() / 6);
    }

    /** The first and last lines of the page that stand outside its tables. */
    private static List<PageLine> atMargins(List<PageItem> page) {
        List<PageLine> found = new ArrayList<>();
        int first = 0;
        while (first < Math.min(MARGIN_LINES, page.size()) && page.get(first) instanceof PageLine line) {
            found.add(line);
            first++;
        }
        int last = page.size() - 1;
        while (last >= Math.max(first, page.size() - MARGIN_LINES) && page.get(last) instanceof PageLine line) {
            found.add(line);
            last--;
        }
        return found;
    }
}
