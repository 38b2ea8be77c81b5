package org.luoshi.administration.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Lines of cells with bars between them; what begins with # is a remark. */
final class InventedFile {

    private InventedFile() {}

    static List<List<String>> rows(String name) {
        try {
            return new ClassPathResource("demonstration/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(List<String> row, int index) {
        String text = index < row.size() ? row.get(index) : "";
        return text.equals("-") ? "" : text;
    }
}
