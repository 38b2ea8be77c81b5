package org.luoshi.ledger.neighbours;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luoshi.ledger.core.ItemNoted;
import org.luoshi.ledger.core.ItemState;

/** Events of the ledger that other programs may be told of: each is a line of the time line, so nothing is said twice. */
enum LedgerHook {
    ITEM_FILED("item.filed", "item", "approve", "file_at_once", "instructed", "relapse-filed"),
    ITEM_ISSUED("item.issued", "item", "issue"),
    ITEM_SUSPENDED("item.suspended", "request", ItemState.SUSPENDED, "grant"),
    ITEM_RESUMED("item.resumed", "item", "resume"),
    ITEM_CANCELLED("item.cancelled", "request", ItemState.CANCELLED, "grant"),
    ITEM_MERGED("item.merged", "item", "merge"),
    ITEM_CLOSED("item.closed", "item", ItemState.CLOSED, "confirm_close", "leader_agree"),
    ITEM_STRUCK_OFF("item.struck-off", "item", "strike_off"),
    ITEM_RELAPSED("item.relapsed", "item", "relapse"),
    ITEM_ARCHIVED("item.archived", "item", "archive"),
    ASSIGNMENT_SIGNED("assignment.signed", "assignment", "sign", "sign_and_ask"),
    ASSIGNMENT_OBJECTED("assignment.objected", "assignment", "object"),
    ASSIGNMENT_MOVED("assignment.moved", "assignment", "move", "merged"),
    FEEDBACK_SUBMITTED("feedback.submitted", "feedback", "sign_off"),
    FEEDBACK_ACCEPTED("feedback.accepted", "feedback", "accept"),
    FEEDBACK_RETURNED("feedback.returned", "feedback", "return"),
    REQUEST_GRANTED("request.granted", "request", "grant"),
    REQUEST_REFUSED("request.refused", "request", "refuse"),
    NOTICE_ISSUED("notice.issued", "notice", "issued", "escalate"),
    NOTICE_ANSWERED("notice.answered", "notice", "answer");

    private final String type;
    private final String subjectKind;
    private final Set<String> actions;
    private final Optional<ItemState> into;

    LedgerHook(String type, String subjectKind, String... actions) {
        this.type = type;
        this.subjectKind = subjectKind;
        this.actions = Set.of(actions);
        this.into = Optional.empty();
    }

    /** Only where the step has brought the item into this state. */
    LedgerHook(String type, String subjectKind, ItemState into, String... actions) {
        this.type = type;
        this.subjectKind = subjectKind;
        this.actions = Set.of(actions);
        this.into = Optional.of(into);
    }

    static List<LedgerHook> of(ItemNoted line) {
        return Arrays.stream(values()).filter(hook -> hook.fits(line)).toList();
    }

    private boolean fits(ItemNoted line) {
        return subjectKind.equals(line.subjectKind())
                && actions.contains(line.action())
                && into.map(line.state()::equals).orElse(true);
    }

    String type() {
        return type;
    }
}
