package org.luoshi.reporting.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Component;

/** Decides about one report: what it becomes, or why it is refused. Touches no table. */
@Component
class ReportJudge {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final FormReader reader;
    private final Senders senders;
    private final FilesApi files;
    private final ZoneId zone;

    ReportJudge(FormReader reader, Senders senders, FilesApi files, ZoneId zone) {
        this.reader = reader;
        this.senders = senders;
        this.files = files;
        this.zone = zone;
    }

    /** Null where the same is already in. */
    @Nullable
    Accepted judge(OpenRound open, Incoming incoming, StandingReport standing, Instant now) {
        requireAsked(open, standing);
        requireBegun(open, now);
        requireRight(incoming, standing.place().key());
        requireSigner(incoming);
        Figures figures = reader.read(open.form(), incoming.zero(), incoming.values());
        if (standing.figures() != null
                && standing.figures().says(figures)
                && incoming.signer().strip().equals(standing.signer())
                && incoming.last() == (standing.last() || figures.hasUnknown())) {
            return null;
        }
        requireSeen(incoming, standing);
        String reason = reason(incoming, standing, figures);
        List<String> warnings = check(open, figures, standing.before());
        boolean first = standing.revision() == 0;
        return new Accepted(
                standing,
                figures,
                first || standing.last() ? standing.sequel() : standing.sequel() + 1,
                incoming.last() && !figures.hasUnknown(),
                first ? now.isAfter(open.round().due()) : standing.late(),
                incoming.sender() != null
                        && senders.isOnBehalf(
                                incoming.sender(), standing.place().key()),
                reason,
                incoming,
                warnings);
    }

    private static void requireAsked(OpenRound open, StandingReport standing) {
        if (open.regime().erasedAt() != null) {
            throw ReportingError.ERASED.with(Map.of("title", open.regime().title()));
        }
        if (!standing.isAsked()) {
            throw (standing.place().isValidOn(open.round().period())
                            ? ReportingError.NOT_ASKED
                            : ReportingError.PLACE_ENDED)
                    .with(Map.of(
                            "name",
                            standing.place().name(),
                            "title",
                            open.regime().title()));
        }
        if (standing.exempt() && standing.revision() == 0) {
            throw ReportingError.EXEMPT.with(Map.of("name", standing.place().name()));
        }
    }

    /** What has not happened yet cannot be reported, a zero least of all. */
    private void requireBegun(OpenRound open, Instant now) {
        LocalDate period = open.round().period();
        if (now.isBefore(period.atStartOfDay(zone).toInstant())) {
            throw ReportingError.NOT_OPEN_YET.with(Map.of("period", period));
        }
    }

    private void requireRight(Incoming incoming, long place) {
        Actor sender = incoming.sender();
        if (sender != null && !senders.mayReport(sender, place)) {
            throw ReportingError.NOT_YOURS.plain();
        }
    }

    private void requireSigner(Incoming incoming) {
        String signer = incoming.signer().strip();
        if (signer.isEmpty() || CONTROL.matcher(signer).find()) {
            throw ReportingError.NO_SIGNER.with(Map.of("field", "signer"));
        }
        if (signer.length() > LONGEST_NAME) {
            throw ReportingError.TOO_LONG.with(Map.of("field", "signer", "most", LONGEST_NAME));
        }
    }

    private static void requireSeen(Incoming incoming, StandingReport standing) {
        if (incoming.seenRevision() == standing.revision()) {
            return;
        }
        throw (incoming.seenRevision() == 0 ? ReportingError.ALREADY_REPORTED : ReportingError.CHANGED_MEANWHILE)
                .with(Map.of(
                        "name",
                        standing.place().name(),
                        "signer",
                        standing.signer() == null ? "" : standing.signer(),
                        "at",
                        standing.at() == null ? "" : standing.at(),
                        "revision",
                        standing.revision()));
    }

    /** A final report that is said otherwise is a correction and needs a reason; what was not final yet is followed up. */
    private @Nullable String reason(Incoming incoming, StandingReport standing, Figures figures) {
        String reason = incoming.reason() == null ? "" : incoming.reason().strip();
        boolean needed = standing.figures() != null && standing.last() && figures.contradicts(standing.figures());
        if (needed && reason.isEmpty()) {
            throw ReportingError.REASON_MISSING.with(Map.of("field", "reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw ReportingError.TOO_LONG.with(Map.of("field", "reason", "most", LONGEST_REASON));
        }
        if (reason.isEmpty()) {
            return null;
        }
        if (!FieldReader.canBeShown(reason)) {
            throw ReportingError.UNSHOWABLE.with(Map.of("field", "reason"));
        }
        files.requireUnmarked(reason);
        return reason;
    }

    /** The texts of rules that are broken and not binding; a binding one refuses. */
    private static List<String> check(OpenRound open, Figures figures, @Nullable Figures before) {
        List<FormRules.BrokenRule> broken = FormRules.check(
                open.form(), figures.numbers(open.form()), before == null ? Map.of() : before.numbers(open.form()));
        List<String> must = broken.stream()
                .filter(rule -> rule.rule().must())
                .map(FormRules.BrokenRule::message)
                .toList();
        if (!must.isEmpty()) {
            throw refused(must);
        }
        return broken.stream().map(FormRules.BrokenRule::message).toList();
    }

    private static BusinessException refused(List<String> rules) {
        return ReportingError.RULE_BROKEN.with(Map.of("rules", String.join("；", rules)));
    }
}
