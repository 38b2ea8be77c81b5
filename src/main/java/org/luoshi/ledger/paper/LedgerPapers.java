package org.luoshi.ledger.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.documents.OfficeTemplatesApi;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDetail.Notice;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.NoticeState;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints the sheets of items, one or many in one press. Many come as one document, each on a page of its own that is counted from 1: a clerk
 * presses "print" once, where an archive would have to be unpacked and its files opened one by one.
 */
@Component
@Transactional(readOnly = true)
public class LedgerPapers {

    static final int MOST = 200;

    private static final List<Role> READ_RESULTS = List.of(
            Role.OFFICER,
            Role.OFFICE_DIRECTOR,
            Role.OFFICE_LEADER,
            Role.ARCHIVIST,
            Role.AUDITOR,
            Role.INSTRUCTING_LEADER,
            Role.LEADERS_SECRETARY);

    private final ItemQueries items;
    private final PaperValues values;
    private final ResultValues results;
    private final OfficeTemplatesApi templates;
    private final DocumentsApi documents;

    LedgerPapers(
            ItemQueries items,
            PaperValues values,
            ResultValues results,
            OfficeTemplatesApi templates,
            DocumentsApi documents) {
        this.items = items;
        this.values = values;
        this.results = results;
        this.templates = templates;
        this.documents = documents;
    }

    /** One sheet of an item, or of the newest notice of that kind. */
    PaperFile ofItem(UUID itemId, LedgerPaper paper, Page page, Actor actor) {
        return ofItems(List.of(itemId), paper, page, actor);
    }

    /**
     * One sheet for each item; a sheet of one notice for each unit that has one: the newest urge, the newest written notice that has not ended.
     * Refused, naming the items, where an item has no such sheet.
     */
    PaperFile ofItems(List<UUID> itemIds, LedgerPaper paper, Page page, Actor actor) {
        requireSome(itemIds);
        List<Map<String, Object>> sheets = new ArrayList<>();
        String first = "";
        for (UUID id : itemIds.stream().distinct().toList()) {
            ItemDetail detail = items.detail(id, page.locale(), actor);
            sheets.addAll(sheets(paper, detail, page, actor));
            first = first.isEmpty() ? reference(detail) : first;
        }
        return print(paper, sheets, first, page);
    }

    /** The sheets of these urges and notices, which must all be of one kind. */
    PaperFile ofNotices(List<UUID> noticeIds, Page page, Actor actor) {
        requireSome(noticeIds);
        List<Map<String, Object>> sheets = new ArrayList<>();
        LedgerPaper paper = null;
        String first = "";
        for (UUID id : noticeIds.stream().distinct().toList()) {
            ItemDetail detail = items.detail(items.itemOfNotice(id), page.locale(), actor);
            Notice notice = detail.notices().stream()
                    .filter(other -> other.id().equals(id))
                    .findFirst()
                    .orElseThrow(PaperError.NO_SUCH_NOTICE::plain);
            LedgerPaper own = notice.level().isWritten() ? LedgerPaper.WRITTEN : LedgerPaper.URGE;
            if (paper != null && paper != own) {
                throw PaperError.MIXED.plain();
            }
            paper = own;
            sheets.add(values.notice(page, detail, notice));
            first = first.isEmpty() ? reference(detail) : first;
        }
        return print(java.util.Objects.requireNonNull(paper), sheets, first, page);
    }

    private static void requireSome(List<UUID> ids) {
        if (ids.isEmpty()) {
            throw PaperError.NOTHING_CHOSEN.plain();
        }
        if (ids.size() > MOST) {
            throw PaperError.TOO_MANY.with(Map.of("most", MOST, "found", ids.size()));
        }
    }

    private List<Map<String, Object>> sheets(LedgerPaper paper, ItemDetail detail, Page page, Actor actor) {
        Map<String, Object> named = Map.of("item", reference(detail));
        return switch (paper) {
            case NOTICE -> {
                if (detail.issuedAt() == null) {
                    throw PaperError.NOT_ISSUED.with(named);
                }
                yield List.of(values.notice(page, detail));
            }
            case RESULT -> {
                requireReader(actor);
                if (!hasResult(detail)) {
                    throw PaperError.NO_RESULT.with(named);
                }
                yield List.of(results.of(page, detail));
            }
            case WRITTEN, URGE -> {
                List<Notice> notices = newest(detail, paper);
                if (notices.isEmpty()) {
                    throw PaperError.NO_NOTICE.with(
                            Map.of("item", reference(detail), "paper", page.t("ledger.paper.kind", paper)));
                }
                yield notices.stream()
                        .map(notice -> values.notice(page, detail, notice))
                        .toList();
            }
        };
    }

    private static String reference(ItemDetail detail) {
        String number = detail.item().number();
        return number == null ? detail.item().title() : number;
    }

    private static void requireReader(Actor actor) {
        if (!actor.hasAny(READ_RESULTS)) {
            throw PaperError.NOT_FOR_YOU.plain();
        }
    }

    /** From the moment that closing is proposed; an item that ended otherwise was never reported. */
    static boolean hasResult(ItemDetail detail) {
        ItemState state = detail.item().state();
        return switch (state) {
            case PENDING_CLOSE, PENDING_LEADER, CLOSED, STRUCK_OFF, REVISITED, RELAPSED -> true;
            case ARCHIVED -> detail.closedAt() != null;
            case DRAFT,
                    NOT_FILED,
                    PENDING_APPROVAL,
                    FILED,
                    ISSUED,
                    IN_PROGRESS,
                    SUSPENDED,
                    LONG_TERM,
                    CANCELLED,
                    MERGED -> false;
        };
    }

    /** Which sheets the item's page offers to this person. */
    public static List<LedgerPaper> offered(ItemDetail detail, Actor actor) {
        List<LedgerPaper> offered = new ArrayList<>();
        if (detail.issuedAt() != null) {
            offered.add(LedgerPaper.NOTICE);
        }
        if (hasResult(detail) && actor.hasAny(READ_RESULTS)) {
            offered.add(LedgerPaper.RESULT);
        }
        return offered;
    }

    private static List<Notice> newest(ItemDetail detail, LedgerPaper paper) {
        Map<UUID, Notice> newest = new java.util.LinkedHashMap<>();
        for (Notice notice : detail.notices()) {
            boolean fits = paper == LedgerPaper.URGE
                    ? !notice.level().isWritten()
                    : notice.level().isWritten()
                            && (notice.state() == NoticeState.ISSUED || notice.state() == NoticeState.ANSWERED);
            if (fits) {
                newest.putIfAbsent(notice.assignmentId(), notice);
            }
        }
        return List.copyOf(newest.values());
    }

    private PaperFile print(LedgerPaper paper, List<Map<String, Object>> sheets, String first, Page page) {
        byte[] template = templates.current(paper.template());
        List<byte[]> filled =
                sheets.stream().map(sheet -> documents.fill(template, sheet)).toList();
        String name = page.t("ledger.paper.kind", paper) + " "
                + (sheets.size() == 1 ? first : page.t("ledger.paper.sheets", "count", sheets.size()));
        return new PaperFile(name, documents.join(filled));
    }
}
