package org.luoshi.ledger.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.luoshi.platform.Fold;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Headings in use and what they mean, out of {@code ledger/import-headings.properties}. */
@Component
class ImportDictionary {

    private static final Set<ImportMeaning> ONLY_ONCE = EnumSet.of(
            ImportMeaning.NUMBER,
            ImportMeaning.TITLE,
            ImportMeaning.TASK,
            ImportMeaning.LEAD,
            ImportMeaning.LIMIT,
            ImportMeaning.ISSUED_ON);
    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_HEADING = 24;

    private record Word(ImportMeaning meaning, int place) {}

    /** Read when the first table comes: folding needs rules that take a while to load. */
    private final Supplier<Map<String, Word>> words = SingletonSupplier.of(ImportDictionary::read);

    private static Map<String, Word> read() {
        Map<String, Word> words = new HashMap<>();
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("ledger/import-headings.properties").getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String meaning : properties.stringPropertyNames()) {
            String[] known = properties.getProperty(meaning).strip().split("\\s+");
            for (int i = 0; i < known.length; i++) {
                words.putIfAbsent(Fold.text(known[i]), new Word(ImportMeaning.valueOf(meaning), i));
            }
        }
        return words;
    }

    boolean knows(String heading) {
        return find(heading).isPresent();
    }

    /** A meaning for each column; where two want the same that only one can have, the surer word gets it. */
    List<ImportMeaning> propose(List<ImportHeading> columns) {
        List<Optional<Word>> found =
                columns.stream().map(column -> findLowest(column.heading())).toList();
        List<ImportMeaning> meanings = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Word word = found.get(i).orElse(null);
            if (word == null) {
                meanings.add(ImportMeaning.IGNORE);
                continue;
            }
            boolean taken = ONLY_ONCE.contains(word.meaning()) && isTaken(found, i, word);
            meanings.add(taken ? second(word.meaning()) : word.meaning());
        }
        return meanings;
    }

    private static boolean isTaken(List<Optional<Word>> found, int at, Word word) {
        for (int i = 0; i < found.size(); i++) {
            Word other = found.get(i).orElse(null);
            if (i == at || other == null || other.meaning() != word.meaning()) {
                continue;
            }
            if (other.place() < word.place() || other.place() == word.place() && i < at) {
                return true;
            }
        }
        return false;
    }

    private static ImportMeaning second(ImportMeaning meaning) {
        return switch (meaning) {
            case LEAD -> ImportMeaning.CO;
            case TITLE -> ImportMeaning.TASK;
            case TASK -> ImportMeaning.REMARK;
            default -> ImportMeaning.IGNORE;
        };
    }

    /** Of headings over two rows the lower says it, then both together. */
    private Optional<Word> findLowest(String heading) {
        int last = heading.lastIndexOf(' ');
        if (last < 0) {
            return find(heading);
        }
        return find(heading.substring(last + 1)).or(() -> find(heading)).or(() -> find(heading.substring(0, last)));
    }

    private Optional<Word> find(String heading) {
        String folded = Fold.text(heading.replaceAll("[（(【\\[].*?[）)】\\]]", ""));
        if (folded.isEmpty() || folded.codePointCount(0, folded.length()) > LONGEST_HEADING) {
            return Optional.empty();
        }
        Word exact = words.get().get(folded);
        if (exact != null) {
            return Optional.of(exact);
        }
        // 市级牵头单位, 整改完成时限要求: the longest known word within, if it is more than half of the heading.
        return words.get().entrySet().stream()
                .filter(known -> known.getKey().length() > SHORTEST_PART)
                .filter(known ->
                        folded.contains(known.getKey()) && known.getKey().length() * 2 >= folded.length())
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue);
    }
}
