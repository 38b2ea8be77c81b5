package org.luoshi.history.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Exactly which numbers a seal covers, as PostgreSQL writes an {@code int8multirange}: {@code {[1,4),[7,8)}}. */
record Numbers(List<Run> runs) {

    /** From the first to before the end. */
    record Run(long from, long to) {}

    private static final Pattern RUN = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    Numbers {
        runs = List.copyOf(runs);
    }

    static Numbers parse(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = RUN.matcher(text);
        while (matcher.find()) {
            runs.add(new Run(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
        }
        return new Numbers(runs);
    }

    /** Of numbers in ascending order. */
    static Numbers of(List<Long> ascending) {
        List<Run> runs = new ArrayList<>();
        for (long number : ascending) {
            Run last = runs.isEmpty() ? new Run(-1, -1) : runs.get(runs.size() - 1);
            if (last.to() == number) {
                runs.set(runs.size() - 1, new Run(last.from(), number + 1));
            } else {
                runs.add(new Run(number, number + 1));
            }
        }
        return new Numbers(runs);
    }

    LongStream stream() {
        return runs.stream().flatMapToLong(run -> LongStream.range(run.from(), run.to()));
    }

    long last() {
        return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).to() - 1;
    }

    @Override
    public String toString() {
        return runs.stream()
                .map(run -> "[" + run.from() + "," + run.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
