package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.docs.Documenter;

/** Writes the module map into {@code docs/modules}, so that it is never older than the code. Sorted, so that the same code gives the same bytes. */
class ModuleMapTests {

    private static final Path DOCS = Path.of("docs/modules");
    private static final Pattern PURPOSE = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);

    private final ApplicationModules modules = ApplicationModules.of(LuoshiApplication.class);

    @TempDir
    Path drawn;

    @Test
    void theMapShowsTheCodeAsItIs() throws IOException {
        String map = map();
        writeIfOther(DOCS.resolve("README.md"), map);
        writeIfOther(DOCS.resolve("modules.puml"), picture());
        assertThat(map).contains("| `history` |", "HistoryApi");
    }

    private String map() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Rooms and doors

                Written by the build (`ModuleMapTests`); do not edit. A room may use only the doors of the rooms it names; the build fails otherwise.
                Everybody may use `shared` and `platform`. The picture is `modules.puml` (PlantUML).

                | room | purpose | uses | door | tells (events) |
                | --- | --- | --- | --- | --- |
                """);
        for (ApplicationModule module : sorted()) {
            text.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(name(module), purpose(module), uses(module), doors(module), events(module)));
        }
        return text.toString();
    }

    private List<ApplicationModule> sorted() {
        return modules.stream()
                .sorted(Comparator.comparing(ModuleMapTests::name))
                .toList();
    }

    private String uses(ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModuleMapTests::name)
                .filter(name -> !name.equals("shared") && !name.equals("platform"))
                .distinct()
                .sorted()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static String doors(ApplicationModule module) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/luoshi", name(module)))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Api.java"))
                    .map(name -> "`" + name.replace(".java", "") + "`")
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    private static String events(ApplicationModule module) {
        return module.getPublishedEvents().stream()
                .map(event -> event.getType().getSimpleName())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String purpose(ApplicationModule module) throws IOException {
        Path file = Path.of("src/main/java/org/luoshi", name(module), "package-info.java");
        Matcher purpose = PURPOSE.matcher(Files.readString(file));
        return purpose.find() ? purpose.group(1).replaceAll("\\s*\\R\\s*\\*?\\s*", " ") : "";
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** Modulith's own drawing, with its relations in a fixed order. */
    private String picture() throws IOException {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(drawn.toString()))
                .writeModulesAsPlantUml(Documenter.DiagramOptions.defaults()
                        .withDependencyDepth(DependencyDepth.IMMEDIATE)
                        .withStyle(Documenter.DiagramOptions.DiagramStyle.UML));
        List<String> lines = Files.readAllLines(drawn.resolve("components.puml"));
        Comparator<String> components = Comparator.comparing(line -> line);
        List<String> boxes = lines.stream()
                .filter(line -> line.startsWith("component ") || line.startsWith("  component "))
                .sorted(components)
                .toList();
        List<String> arrows = lines.stream()
                .filter(line -> line.startsWith("Luoshi."))
                .sorted(components)
                .toList();
        StringBuilder text = new StringBuilder();
        boolean boxesDone = false;
        boolean arrowsDone = false;
        for (String line : lines) {
            if (boxes.contains(line)) {
                text.append(boxesDone ? "" : String.join("\n", boxes) + "\n");
                boxesDone = true;
            } else if (arrows.contains(line)) {
                text.append(arrowsDone ? "" : String.join("\n", arrows) + "\n");
                arrowsDone = true;
            } else {
                text.append(line.stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    private static void writeIfOther(Path file, String text) throws IOException {
        Files.createDirectories(DOCS);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
