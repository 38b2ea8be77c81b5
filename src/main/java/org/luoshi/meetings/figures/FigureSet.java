package org.luoshi.meetings.figures;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.platform.Page;

/**
 * The figures of a period with the meetings they were counted from.
 *
 * @param from first day
 * @param to last day, included
 * @param kinds every kind, also those with none, in the order of the sentence
 */
public record FigureSet(
        LocalDate from,
        LocalDate to,
        List<KindFigure> kinds,
        List<AudienceFigure> audiences,
        CarriedOut.Share decisions,
        List<CountedMeeting> meetings) {

    public int count() {
        return meetings.size();
    }

    public long peopleMinutes() {
        return kinds.stream().mapToLong(KindFigure::peopleMinutes).sum();
    }

    public int lastYear() {
        return kinds.stream().mapToInt(KindFigure::lastYear).sum();
    }

    /** "15 national video conferences, 4 leading-group meetings, …": kinds without a meeting are left out, unless there is none at all. */
    public String sentence(Page page, List<MeetingKind> known) {
        List<String> parts = kinds.stream()
                .filter(figure -> figure.count() > 0)
                .map(figure -> kind(known, figure.kind()).counted(page, figure.count()))
                .toList();
        if (parts.isEmpty()) {
            return page.t("meetings.figures.none");
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        String head = String.join(page.t("meetings.figures.comma"), parts.subList(0, parts.size() - 1));
        return page.t("meetings.figures.sentence", "head", head, "last", parts.get(parts.size() - 1));
    }

    private static MeetingKind kind(List<MeetingKind> known, String code) {
        return known.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElse(new MeetingKind(code, code, false, null, null, 99, true));
    }
}
