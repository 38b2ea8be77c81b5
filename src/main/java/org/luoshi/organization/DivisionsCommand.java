package org.luoshi.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.JobsApi.Progress;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.NestedExceptionUtils;

/** {@code java -jar luoshi.jar divisions [FILE.csv.gz] [--levels 3] [--from DAY] [--end-missing]}: loads the areas of the country into the house's database. */
public final class DivisionsCommand {

    private static final int LOADED = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int BETWEEN_NEWS = 60_000;

    private final Texts texts = new Texts();
    private final Locale locale;
    private final PrintStream out;
    private final PrintStream err;

    private DivisionsCommand(Locale locale, PrintStream out, PrintStream err) {
        this.locale = locale;
        this.out = out;
        this.err = err;
    }

    /** 0: loaded, perhaps with nothing to change; 1: refused, with the reason on {@code err}; 2: not understood. */
    public static int run(List<String> arguments, Locale locale, PrintStream out, PrintStream err) {
        return new DivisionsCommand(locale, out, err).run(new ArrayList<>(arguments));
    }

    private int run(List<String> arguments) {
        @Nullable Path file;
        AreaOptions options;
        try {
            String levels = valueOf("--levels", arguments);
            String from = valueOf("--from", arguments);
            options = new AreaOptions(
                    levels == null ? AreaOptions.ALL_LEVELS : Integer.parseInt(levels),
                    from == null ? AreaOptions.USUAL_START : LocalDate.parse(from),
                    arguments.remove("--end-missing"));
            file = arguments.isEmpty() ? null : Path.of(arguments.get(0));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            return notUnderstood();
        }
        if (arguments.size() > 1 || !arguments.isEmpty() && arguments.get(0).startsWith("-")) {
            return notUnderstood();
        }
        if (file != null && !Files.isReadable(file)) {
            return refused("organization.areas.command.unreadable", "file", file);
        }
        return load(file, options);
    }

    /** Why the house cannot start, its own start has said already. */
    private int load(@Nullable Path file, AreaOptions options) {
        ConfigurableApplicationContext ground;
        try {
            ground = start();
        } catch (RuntimeException toldAlready) {
            return REFUSED;
        }
        try (ground) {
            return load(ground.getBean(AreaLoader.class), file, options);
        }
    }

    private int load(AreaLoader loader, @Nullable Path file, AreaOptions options) {
        long start = System.nanoTime();
        String name = file == null ? AreaLoader.SHIPPED : String.valueOf(file.getFileName());
        try (InputStream content = file == null ? AreaLoader.shipped() : Files.newInputStream(file)) {
            Map<String, String> figures = loader.load(content, name, options, Actor.system(), new Told())
                    .figures();
            List<Object> said = new ArrayList<>(List.of("seconds", (System.nanoTime() - start) / 1_000_000_000));
            figures.forEach((figure, value) -> said.addAll(List.of(figure, value)));
            out.println(texts.get(locale, "organization.areas.command.done", said.toArray()));
            return LOADED;
        } catch (IOException | UncheckedIOException unreadable) {
            return refused("organization.areas.command.unreadable", "file", name);
        } catch (BusinessException refusal) {
            err.println(texts.reason(locale, refusal.error().code(), refusal.details()));
            return REFUSED;
        } catch (RuntimeException fault) {
            String reason = String.valueOf(
                    NestedExceptionUtils.getMostSpecificCause(fault).getMessage());
            return refused("organization.areas.command.failed", "reason", reason);
        }
    }

    private static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(Ground.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        return application.run();
    }

    private static @Nullable String valueOf(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return null;
        }
        String value = arguments.get(at + 1);
        arguments.subList(at, at + 2).clear();
        return value;
    }

    private int notUnderstood() {
        err.println(texts.get(locale, "organization.areas.command.usage"));
        return NOT_UNDERSTOOD;
    }

    private int refused(String key, String name, Object value) {
        err.println(texts.get(locale, key, name, value));
        return REFUSED;
    }

    /** The database and the rooms that loading needs, and of these only what it uses: no pages, no sweeps, no mail. */
    @EnableAutoConfiguration
    @ComponentScan({"org.luoshi.platform", "org.luoshi.history", "org.luoshi.organization.core"})
    private static final class Ground {}

    /** A line now and then: first of what was checked, then of what was added. */
    private final class Told implements Progress {

        private long next = BETWEEN_NEWS;
        private boolean adding;

        @Override
        public void at(long done, long total) {
            if (total > 0 && !adding) {
                adding = true;
                next = 0;
            }
            if (done >= next || done == total) {
                next = done + BETWEEN_NEWS;
                out.println(
                        adding
                                ? texts.get(locale, "organization.areas.command.added", "done", done, "total", total)
                                : texts.get(locale, "organization.areas.command.checked", "count", done));
            }
        }

        @Override
        public void checkCancelled() {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
    }
}
