package org.luoshi.branch.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packs that come with the product, {@code src/main/resources/rules/*.yaml}, in the order of their names. */
public final class ShippedPacks {

    private static final String PLACE = "classpath*:rules/*.yaml";

    private ShippedPacks() {}

    /** All rules that come with the product, also those switched off. */
    public static RuleBook book() {
        return new RuleBook(
                all().stream().flatMap(pack -> pack.rules().stream()).toList());
    }

    /**
     * The packs as their files say.
     *
     * @throws IllegalStateException when a shipped file has a mistake
     */
    public static List<RulePack> all() {
        List<RulePack> packs = new ArrayList<>();
        for (Resource file : files()) {
            PackReading reading = RulePackReader.read(text(file));
            if (reading.pack() == null || !reading.isClean()) {
                throw new IllegalStateException(file.getFilename() + ": " + reading.problems());
            }
            packs.add(reading.pack());
        }
        return List.copyOf(packs);
    }

    private static List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PLACE))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNullElse(file.getFilename(), "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
