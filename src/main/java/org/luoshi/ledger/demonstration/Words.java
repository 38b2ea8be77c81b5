package org.luoshi.ledger.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the invented people write: one of the texts of {@code demonstration/words.txt} for an occasion. */
final class Words {

    private static final int SMALLEST = 3;
    private static final int GREATEST = 29;

    private final Map<String, List<String>> byOccasion = new HashMap<>();
    private final RandomGenerator random;

    Words(RandomGenerator random) {
        this.random = random;
        String occasion = "";
        for (String line : Plan.lines("words.txt")) {
            if (line.startsWith("[")) {
                occasion = line.substring(1, line.length() - 1);
            } else {
                byOccasion.computeIfAbsent(occasion, key -> new ArrayList<>()).add(line);
            }
        }
    }

    String of(String occasion) {
        return of(occasion, "", "");
    }

    String of(String occasion, String title, String unit) {
        List<String> texts = all(occasion);
        return filled(texts.get(random.nextInt(texts.size())), title, unit);
    }

    List<String> all(String occasion) {
        return byOccasion.getOrDefault(occasion, List.of(occasion));
    }

    String filled(String text, String title, String unit) {
        return text.replace("{title}", title)
                .replace("{unit}", unit)
                .replace("{n}", String.valueOf(random.nextInt(SMALLEST, GREATEST)));
    }
}
