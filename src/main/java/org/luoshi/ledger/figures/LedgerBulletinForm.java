package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** A bulletin as it is typed: everything stays as it was written until it can be understood. */
public record LedgerBulletinForm(
        String title,
        String from,
        String to,
        List<String> groupings,
        Map<String, String> opinions,
        boolean scores,
        String version) {

    static LedgerBulletinForm fresh(FiguresPeriod period, String title) {
        return new LedgerBulletinForm(
                title,
                period.from().toString(),
                period.to().toString(),
                List.of(FigureGrouping.UNIT.name()),
                Map.of(),
                false,
                "");
    }

    static LedgerBulletinForm of(LedgerBulletin bulletin) {
        return new LedgerBulletinForm(
                bulletin.title(),
                bulletin.period().from().toString(),
                bulletin.period().to().toString(),
                bulletin.groupings().stream().map(Enum::name).toList(),
                bulletin.opinions(),
                bulletin.scores(),
                String.valueOf(bulletin.version()));
    }

    static LedgerBulletinForm read(MultiValueMap<String, String> typed) {
        Map<String, String> opinions = new LinkedHashMap<>();
        for (String section : sections()) {
            String words =
                    FiguresForm.text(typed.getFirst("opinion-" + section)).replace("\r\n", "\n");
            if (!words.isEmpty()) {
                opinions.put(section, words);
            }
        }
        return new LedgerBulletinForm(
                FiguresForm.text(typed.getFirst("title")),
                FiguresForm.text(typed.getFirst("from")),
                FiguresForm.text(typed.getFirst("to")),
                typed.getOrDefault("groupings", List.of()),
                opinions,
                !FiguresForm.text(typed.getFirst("scores")).isEmpty(),
                FiguresForm.text(typed.getFirst("version")));
    }

    private static List<String> sections() {
        List<String> sections = new ArrayList<>(List.of(BulletinPlan.WHOLE));
        Arrays.stream(FigureGrouping.values()).map(Enum::name).forEach(sections::add);
        return sections;
    }

    BulletinPlan plan(LocalDate today) {
        List<FigureGrouping> chosen = groupings.stream()
                .map(one -> FiguresForm.choice("groupings", FigureGrouping.class, one))
                .toList();
        FiguresTyped.words("from", from, 20);
        FiguresTyped.words("to", to, 20);
        return new BulletinPlan(title, FiguresPeriod.read(from, to, today), chosen, opinions, scores);
    }

    public boolean has(FigureGrouping grouping) {
        return groupings.contains(grouping.name());
    }

    public String opinion(String section) {
        String words = opinions.get(section);
        return words == null ? "" : words;
    }

    int seenVersion() {
        return FiguresTyped.version(version);
    }
}
