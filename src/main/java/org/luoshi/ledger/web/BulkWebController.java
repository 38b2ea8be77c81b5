package org.luoshi.ledger.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.bulk.BulkAction;
import org.luoshi.ledger.bulk.BulkOrder;
import org.luoshi.ledger.bulk.BulkQueries;
import org.luoshi.ledger.bulk.BulkService;
import org.luoshi.ledger.bulk.BulkTarget;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A step on many items: the list's ticks, one page that asks, and the outcome for each. */
@Controller
@RequestMapping("/ledger/bulk")
class BulkWebController {

    private final BulkService bulk;
    private final BulkQueries queries;
    private final ItemList list;
    private final ListPages lists;
    private final OrganizationApi organization;
    private final Templates templates;

    BulkWebController(
            BulkService bulk,
            BulkQueries queries,
            ItemList list,
            ListPages lists,
            OrganizationApi organization,
            Templates templates) {
        this.bulk = bulk;
        this.queries = queries;
        this.list = list;
        this.lists = lists;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping
    View ask(BulkForm form, ListForm shown, Page page, @CurrentActor Actor actor) {
        return ask(form, form.order(chosen(form, shown, actor)), shown, page, actor, null);
    }

    /** Shows the page that asks; a refusal of the whole stands on it. */
    private View ask(
            BulkForm form,
            BulkOrder order,
            ListForm shown,
            Page page,
            Actor actor,
            @Nullable BusinessException refusal) {
        BusinessException why = refusal;
        List<BulkTarget> targets = List.of();
        try {
            targets = bulk.plan(order, actor);
        } catch (BusinessException wrong) {
            if (wrong.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw wrong;
            }
            why = wrong;
        }
        BulkPage asked = new BulkPage(
                form,
                order.items().stream()
                        .map(one -> one.id() + ":" + one.version())
                        .toList(),
                targets,
                targets.stream().filter(target -> blocked(order, target)).count(),
                order.action() == BulkAction.OFFICER_IN_CHARGE ? lists.officers() : List.of(),
                shown.with("", null),
                why == null ? null : page.reason(why));
        return why == null
                ? Html.of(templates.ledgerBulk(page, asked))
                : Html.withStatus(HttpStatus.UNPROCESSABLE_CONTENT, templates.ledgerBulk(page, asked));
    }

    private static boolean blocked(BulkOrder order, BulkTarget target) {
        boolean wantsObject = order.action() == BulkAction.URGE || order.action() == BulkAction.GRANT;
        return target.notBefore() != null || wantsObject && target.objectId() == null;
    }

    private List<BulkOrder.Chosen> chosen(BulkForm form, ListForm shown, Actor actor) {
        return form.isWholeList()
                ? list.page(shown.toFilter(organization), null, BulkService.MOST + 1, actor).rows().stream()
                        .map(row -> new BulkOrder.Chosen(row.id(), row.version()))
                        .toList()
                : form.ticked();
    }

    @PostMapping
    View take(BulkForm form, ListForm shown, Page page, @CurrentActor Actor actor) {
        BulkOrder order = form.order(form.ticked());
        try {
            return new RedirectView("/ledger/bulk/" + bulk.carryOut(order, actor));
        } catch (BusinessException refusal) {
            if (refusal.error() == LedgerError.UNKNOWN) {
                throw refusal;
            }
            return ask(form, order, shown, page, actor, refusal);
        }
    }

    @GetMapping("/{id}")
    View outcome(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerBulkDone(page, queries.outcome(id, actor)));
    }
}
