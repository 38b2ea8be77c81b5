package org.luoshi.meetings.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.invitation.NamedPerson;
import org.luoshi.meetings.invitation.ReceiptAnswer;
import org.luoshi.meetings.invitation.ReceiptQueries.UnitReceipt;
import org.springframework.util.MultiValueMap;

/**
 * A receipt as typed.
 *
 * @param notice the version that was read
 * @param coming {@code yes} or {@code no}
 * @param rows with blank ones at the end for more people
 */
public record MeetingReceiptForm(String notice, String coming, String reason, List<MeetingReceiptRow> rows) {

    /** What a page can hold; who sends more does it as a program. */
    private static final int MOST_ROWS = 100;

    private static final int SPARE = 3;

    public MeetingReceiptForm {
        rows = List.copyOf(rows);
    }

    static MeetingReceiptForm of(UnitReceipt receipt) {
        var given = receipt.line().receipt();
        List<MeetingReceiptRow> rows = new ArrayList<>();
        for (Attendee attendee : receipt.line().people()) {
            rows.add(MeetingReceiptRow.of(NamedPerson.of(attendee)));
        }
        String notice =
                receipt.notice() == null ? "0" : String.valueOf(receipt.notice().number());
        return new MeetingReceiptForm(
                        notice,
                        given != null && !given.coming() ? "no" : "yes",
                        given == null ? "" : given.reason(),
                        rows)
                .padded(receipt.line().seats(), SPARE);
    }

    static MeetingReceiptForm of(MultiValueMap<String, String> form) {
        List<MeetingReceiptRow> rows = IntStream.range(0, MOST_ROWS)
                .filter(row -> form.containsKey("name-" + row))
                .mapToObj(row -> new MeetingReceiptRow(
                        at(form, "name-" + row),
                        at(form, "title-" + row),
                        at(form, "telephone-" + row),
                        at(form, "rank-" + row),
                        at(form, "insteadOf-" + row),
                        at(form, "insteadReason-" + row)))
                .filter(row -> !row.isBlank())
                .toList();
        return new MeetingReceiptForm(at(form, "notice"), at(form, "coming"), at(form, "reason"), rows);
    }

    private static String at(MultiValueMap<String, String> form, String name) {
        return MeetingTyped.text(form.getFirst(name));
    }

    /** With so many blank rows, but not more rows than there are seats. */
    MeetingReceiptForm padded(int seats, int spare) {
        List<MeetingReceiptRow> padded = new ArrayList<>(rows);
        int wanted = Math.min(Math.min(seats, MOST_ROWS), Math.max(rows.size() + spare, Math.min(seats, 5)));
        while (padded.size() < wanted) {
            padded.add(MeetingReceiptRow.BLANK);
        }
        return new MeetingReceiptForm(notice, coming, reason, padded);
    }

    /** True where a page can hold more rows than are shown. */
    public boolean hasMore(int seats) {
        return rows.size() < Math.min(seats, MOST_ROWS);
    }

    ReceiptAnswer toAnswer() {
        return new ReceiptAnswer(
                MeetingTyped.version(notice),
                !coming.equals("no"),
                reason,
                rows.stream().map(MeetingReceiptRow::toPerson).toList());
    }
}
