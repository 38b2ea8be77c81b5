package org.luoshi.ledger.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The differences of a list that was edited and brought back, and the one confirmation. The upload is the import's. */
@Controller
@RequestMapping("/ledger/import/returned")
class TableReturnWebController {

    private static final String ROW = "row-";

    private final TableReturns returns;
    private final TableCarryingOut carryingOut;
    private final Templates templates;

    TableReturnWebController(TableReturns returns, TableCarryingOut carryingOut, Templates templates) {
        this.returns = returns;
        this.carryingOut = carryingOut;
        this.templates = templates;
    }

    @GetMapping("/{id}")
    View differences(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") int number,
            Page page,
            @CurrentActor Actor actor) {
        TableReturnPlan plan = returns.plan(id, actor);
        return Html.of(templates.ledgerReturned(page, plan, TableReturnView.of(plan, show, number), ""));
    }

    /** Three buttons: keep the choices, leave out what cannot be done, or keep them and carry everything out. */
    @PostMapping("/{id}")
    View decide(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam int version,
            Page page,
            @CurrentActor Actor actor) {
        try {
            returns.decide(id, version, choices(fields), actor);
            if ("leave".equals(fields.getFirst("action"))) {
                returns.leaveUndecided(id, version + 1, actor);
            }
            if ("apply".equals(fields.getFirst("action"))) {
                return new RedirectView("/jobs/" + carryingOut.start(id, version + 1, actor));
            }
            return new RedirectView(
                    "/ledger/import/returned/" + id + "?show=" + TableReturnView.known(show) + "&number=" + number);
        } catch (BusinessException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.NOT_FOUND
                    || refusal.error().kind() == ErrorCode.Kind.FORBIDDEN
                    || refusal.error() == TableError.ALREADY_APPLIED) {
                throw refusal;
            }
            TableReturnPlan plan = returns.plan(id, actor);
            HttpStatus status = refusal.error().kind() == ErrorCode.Kind.CONFLICT
                    ? HttpStatus.CONFLICT
                    : HttpStatus.UNPROCESSABLE_CONTENT;
            return Html.withStatus(
                    status,
                    templates.ledgerReturned(page, plan, TableReturnView.of(plan, show, number), page.reason(refusal)));
        }
    }

    private static Map<Integer, String> choices(MultiValueMap<String, String> fields) {
        Map<Integer, String> choices = new HashMap<>();
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            if (field.getKey().matches(ROW + "\\d{1,7}")) {
                int row = Integer.parseInt(field.getKey().substring(ROW.length()));
                choices.put(row, Objects.requireNonNullElse(field.getValue().get(0), ""));
            }
        }
        return choices;
    }

    @PostMapping("/{id}/removal")
    View discard(@PathVariable UUID id, @CurrentActor Actor actor) {
        returns.discard(id, actor);
        return new RedirectView("/ledger/import");
    }
}
