package org.luoshi.meetings.invitation;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.organization.Person;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Component;

/** All receipts of a meeting as a sheet: a row for each person, and one for each unit of whom nobody is named. */
@Component
public class ReceiptSheetWriter {

    private static final List<String> COLUMNS = List.of(
            "unit",
            "state",
            "seats",
            "name",
            "title",
            "rank",
            "telephone",
            "insteadOf",
            "reason",
            "notice",
            "contact",
            "contactTelephone");

    private final ReceiptQueries queries;
    private final SpreadsheetsApi spreadsheets;

    ReceiptSheetWriter(ReceiptQueries queries, SpreadsheetsApi spreadsheets) {
        this.queries = queries;
        this.spreadsheets = spreadsheets;
    }

    /** In the language of the page, the silent first. */
    public byte[] write(UUID meetingId, Page page, Actor viewer) {
        Stream<List<String>> rows = queries.lines(meetingId, viewer).stream().flatMap(line -> rows(line, page));
        List<String> head = COLUMNS.stream()
                .map(column -> page.t("meetings.invitation.column." + column))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, page.t("meetings.invitation.receipts"), head, rows);
        return out.toByteArray();
    }

    private static Stream<List<String>> rows(ReceiptLine line, Page page) {
        return line.people().isEmpty()
                ? Stream.of(row(line, List.of("", "", "", "", "", reason(line)), page))
                : line.people().stream().map(person -> row(line, person(person, page), page));
    }

    private static String reason(ReceiptLine line) {
        MeetingReceipt receipt = line.receipt();
        return receipt == null ? "" : receipt.reason();
    }

    private static List<String> person(Attendee person, Page page) {
        return List.of(
                person.name(),
                person.title(),
                page.t("meetings.invitation.rank", RankClass.of(person.rank())),
                text(person.telephone()),
                text(person.substituteFor()),
                text(person.substituteReason()));
    }

    private static List<String> row(ReceiptLine line, List<String> person, Page page) {
        MeetingReceipt receipt = line.receipt();
        Person contact = line.contact();
        return Stream.of(
                        List.of(
                                line.unit().name(),
                                page.t("meetings.invitation.state", line.state()),
                                String.valueOf(line.seats())),
                        person,
                        List.of(
                                receipt == null ? "" : String.valueOf(receipt.noticeNumber()),
                                contact == null ? "" : contact.name(),
                                contact == null ? "" : text(contact.telephone())))
                .flatMap(List::stream)
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
