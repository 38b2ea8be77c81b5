package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.filling.FillScene;
import org.luoshi.reporting.filling.FillScenes;
import org.luoshi.reporting.filling.LinkError;
import org.luoshi.reporting.filling.LinkVisit;
import org.luoshi.reporting.filling.LinkVisits;
import org.luoshi.reporting.filling.OwedRound;
import org.luoshi.reporting.filling.TypedReport;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The pages of a unit without account. Nobody is signed in: the word in the address is the key. */
@Controller
@RequestMapping("/report/{word}")
class LinkVisitWebController {

    private static final Logger LOG = LoggerFactory.getLogger(LinkVisitWebController.class);

    private final LinkVisits visits;
    private final FillScenes scenes;
    private final Templates templates;

    LinkVisitWebController(LinkVisits visits, FillScenes scenes, Templates templates) {
        this.visits = visits;
        this.scenes = scenes;
        this.templates = templates;
    }

    /** Straight to the one round that waits; where there are more, or none, they are listed. */
    @GetMapping
    View rounds(
            @PathVariable String word,
            @RequestParam(defaultValue = "false") boolean list,
            Page page,
            HttpServletRequest request) {
        LinkVisit visit = visits.open(word, request.getRemoteAddr());
        List<OwedRound> owed = visits.owed(visit);
        List<OwedRound> waiting = owed.stream().filter(OwedRound::waits).toList();
        if (waiting.size() == 1 && !list) {
            return new RedirectView(address(word, waiting.get(0).open().round().period()));
        }
        return Html.of(templates.reportingLinkVisit(page, visit, owed, "/report/" + word));
    }

    @GetMapping("/{period}")
    View fill(@PathVariable String word, @PathVariable LocalDate period, Page page, HttpServletRequest request) {
        LinkVisit visit = visits.open(word, request.getRemoteAddr());
        FillScene scene = scenes.of(visits.require(visit, period), address(word, period), visit);
        return Html.of(templates.reportingFill(page, scene, scene.start(visits.signature(visit)), Map.of()));
    }

    @PostMapping("/{period}")
    View send(
            @PathVariable String word,
            @PathVariable LocalDate period,
            @RequestParam Map<String, String> fields,
            Page page,
            HttpServletRequest request) {
        LinkVisit visit = visits.open(word, request.getRemoteAddr());
        OpenRound open = visits.require(visit, period);
        TypedReport typed = new TypedReport(fields);
        try {
            Receipt receipt = visits.send(visit, open, typed);
            FillScene scene = scenes.of(open, address(word, period), visit).sent(receipt.warnings());
            return Html.of(templates.reportingFill(page, scene, scene.start(visits.signature(visit)), Map.of()));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            FillScene scene = scenes.of(open, address(word, period), visit);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingFill(page, scene, typed, FormTyped.errors(page, refusal)));
        }
    }

    private static String address(String word, LocalDate period) {
        return "/report/" + word + "/" + period;
    }

    @ExceptionHandler
    View refused(BusinessException refusal, Page page) {
        HttpStatus status = refusal.error() == LinkError.UNKNOWN
                ? HttpStatus.NOT_FOUND
                : refusal.error() == LinkError.TOO_MANY_TRIES ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.GONE;
        return closed(status, page.reason(refusal), page);
    }

    @ExceptionHandler
    View noSuchAddress(TypeMismatchException unused, Page page) {
        return closed(HttpStatus.NOT_FOUND, page.reason(LinkError.UNKNOWN.plain()), page);
    }

    /** A fault is told here and not by the house, whose log would name the address. */
    @ExceptionHandler
    View fault(RuntimeException fault, Page page) {
        LOG.error("A page behind a link could not be shown", fault);
        return closed(HttpStatus.SERVICE_UNAVAILABLE, page.t("reporting.link.fault"), page);
    }

    private View closed(HttpStatus status, String text, Page page) {
        return Html.withStatus(status, templates.reportingLinkClosed(page, text));
    }
}
