package org.luoshi.intake.web;

import java.util.List;
import java.util.UUID;
import org.luoshi.intake.core.IntakeFiling;
import org.luoshi.intake.core.IntakePaper;
import org.luoshi.intake.core.IntakeService;
import org.luoshi.ledger.InstructingLeader;
import org.luoshi.ledger.LedgerApi;
import org.luoshi.organization.WrittenName;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.NameToDecide;
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

/** The last step: what the paper is, what its names mean, and the filing. */
@Controller
@RequestMapping("/intake/{id}/filing")
class IntakeFilingWebController {

    private final IntakeService service;
    private final IntakeFiling filing;
    private final LedgerApi ledger;
    private final Templates templates;

    IntakeFilingWebController(IntakeService service, IntakeFiling filing, LedgerApi ledger, Templates templates) {
        this.service = service;
        this.filing = filing;
        this.ledger = ledger;
        this.templates = templates;
    }

    @GetMapping
    View form(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        IntakePaper paper = service.paper(id, actor);
        if (paper.filed()) {
            return new RedirectView("/ledger/sources/" + paper.sourceId());
        }
        return shown(paper, FilingForm.of(paper.draft(), paper.fileName() == null), "", HttpStatus.OK, page);
    }

    private View shown(IntakePaper paper, FilingForm form, String error, HttpStatus status, Page page) {
        List<WrittenName> names = List.copyOf(service.names(paper.draft()).values());
        List<FilingChoice> kinds = ledger.sourceKinds().stream()
                .map(kind -> new FilingChoice(kind.code(), kind.label(page)))
                .toList();
        List<FilingChoice> leaders = ledger.leaders().stream()
                .map((InstructingLeader leader) ->
                        new FilingChoice(leader.postId().toString(), leader.label()))
                .toList();
        return Html.withStatus(
                status,
                templates.intakeFiling(
                        page,
                        paper,
                        form,
                        kinds,
                        leaders,
                        names(names, false),
                        names(names, true),
                        service.filedBefore(paper).orElse(null),
                        error));
    }

    private static List<NameToDecide> names(List<WrittenName> names, boolean certain) {
        return names.stream()
                .filter(name -> name.certain() == certain)
                .map(WrittenName::toDecide)
                .toList();
    }

    /** Two buttons: keep the answers, or keep them and file. */
    @PostMapping
    View file(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam int version,
            Page page,
            @CurrentActor Actor actor) {
        FilingForm form = FilingForm.of(fields);
        try {
            IntakeFiling.Facts facts = form.facts();
            filing.prepare(id, version, facts, form.names(), form.again(), actor);
            return "file".equals(fields.getFirst("action"))
                    ? new RedirectView(filing.start(id, version + 1, facts, actor))
                    : new RedirectView("/intake/" + id + "/filing");
        } catch (BusinessException refusal) {
            HttpStatus status = refusal.error().kind() == ErrorCode.Kind.CONFLICT
                    ? HttpStatus.CONFLICT
                    : HttpStatus.UNPROCESSABLE_CONTENT;
            if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
                throw refusal;
            }
            return shown(service.paper(id, actor), form, page.reason(refusal), status, page);
        }
    }
}
