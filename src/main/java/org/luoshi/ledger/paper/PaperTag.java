package org.luoshi.ledger.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.luoshi.platform.Page;

/**
 * A tag that a template may use.
 *
 * @param written as it is typed into the template
 * @param meaning what stands there afterwards
 */
public record PaperTag(String written, String meaning) {

    /** What a sheet may say: texts, then lists with their columns. The words of the form are left out: an office writes its own. */
    static List<PaperTag> of(Page page, LedgerPaper paper) {
        Map<String, Object> example = PaperExample.of(page, paper);
        List<PaperTag> texts = new ArrayList<>();
        List<PaperTag> lists = new ArrayList<>();
        for (String name : new TreeSet<>(example.keySet())) {
            if (example.get(name) instanceof List<?> entries) {
                lists.add(list(page, name, (Map<?, ?>) entries.get(0)));
            } else if (!PaperWords.isLabel(name)) {
                texts.add(new PaperTag("{{" + name + "}}", page.tOrKey("ledger.paper.tag." + name)));
            }
        }
        texts.addAll(lists);
        return texts;
    }

    private static PaperTag list(Page page, String name, Map<?, ?> columns) {
        StringBuilder written = new StringBuilder("{{#" + name + "}}");
        List<String> meanings = new ArrayList<>();
        for (Object column :
                new TreeSet<>(columns.keySet().stream().map(String::valueOf).toList())) {
            written.append(" [").append(column).append(']');
            meanings.add("[" + column + "] " + page.tOrKey("ledger.paper.tag." + column));
        }
        return new PaperTag(
                written.toString(),
                page.t(
                        "ledger.paper.tag-list",
                        "name",
                        name,
                        "columns",
                        String.join(page.isChinese() ? "，" : ", ", meanings)));
    }
}
