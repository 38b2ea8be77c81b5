package org.luoshi.ledger.guests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshiui.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page of a unit without account. Nobody is signed in: the word in the address is the key, to one part of one item. */
@Controller
@RequestMapping("/ledger/guest/{word}")
class GuestWebController {

    private static final Logger LOG = LoggerFactory.getLogger(GuestWebController.class);

    private final GuestLinks links;
    private final GuestTasks tasks;
    private final GuestDeeds deeds;
    private final GuestForms forms;
    private final GuestReturns returns;
    private final AccessApi access;
    private final GuestReporting reporting;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;
    private final Clock clock;

    GuestWebController(
            GuestLinks links,
            GuestTasks tasks,
            GuestDeeds deeds,
            GuestForms forms,
            GuestReturns returns,
            AccessApi access,
            GuestReporting reporting,
            SpreadsheetsApi spreadsheets,
            Templates templates,
            Clock clock) {
        this.links = links;
        this.tasks = tasks;
        this.deeds = deeds;
        this.forms = forms;
        this.returns = returns;
        this.access = access;
        this.reporting = reporting;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
        this.clock = clock;
    }

    /** Whoever has the address has the key: it is found by no search engine and kept by no browser. */
    @ModelAttribute
    void hide(HttpServletResponse response) {
        GuestDownload.hide(response);
    }

    @GetMapping
    View show(
            @PathVariable String word,
            @RequestParam(defaultValue = "") String done,
            Page page,
            HttpServletRequest request) {
        GuestLink link = links.open(word, request.getRemoteAddr());
        return Html.of(page(page, word, link, GuestInput.empty(link), Map.of(), done, null, false));
    }

    @PostMapping("/signature")
    View sign(@PathVariable String word, GuestInput input, Page page, HttpServletRequest request) {
        GuestLink link = links.open(word, request.getRemoteAddr());
        try {
            GuestSigner signer = GuestSigner.typed(input.signer(), input.telephone());
            deeds.sign(link.id(), ReportWay.LINK, link.assignmentId(), step(input), input.words(), signer);
            return new RedirectView(address(word) + "?done=signed");
        } catch (BusinessException refusal) {
            GuestTask task = tasks.require(link.assignmentId());
            return task.signedAt() != null && !task.maySign()
                    ? new RedirectView(address(word) + "?done=already")
                    : again(page, word, link, input, refusal, false);
        }
    }

    private static AssignmentStep step(GuestInput input) {
        return GuestSheet.signing().stream()
                .filter(input::isStep)
                .findFirst()
                .orElseThrow(() -> GuestError.KIND_MISSING.with(Map.of("field", "step")));
    }

    @PostMapping("/reports")
    View report(@PathVariable String word, GuestInput input, MultipartHttpServletRequest upload, Page page) {
        GuestLink link = links.open(word, upload.getRemoteAddr());
        List<GuestReporting.Upload> uploads = uploads(tasks.require(link.assignmentId()), upload);
        try {
            reporting.take(link, input, uploads);
            return new RedirectView(address(word) + "?done=sent");
        } catch (BusinessException refusal) {
            return again(page, word, link, input, refusal, !uploads.isEmpty());
        }
    }

    private static List<GuestReporting.Upload> uploads(GuestTask task, MultipartHttpServletRequest upload) {
        List<GuestReporting.Upload> uploads = new ArrayList<>();
        for (GuestTask.Point point : task.points()) {
            upload.getFiles("file-" + point.id())
                    .forEach(file -> uploads.add(new GuestReporting.Upload(point.id(), file)));
        }
        upload.getFiles("files").forEach(file -> uploads.add(new GuestReporting.Upload(null, file)));
        uploads.removeIf(one -> one.file().isEmpty());
        return uploads;
    }

    /** The workbook for this part alone. */
    @PostMapping("/form")
    View form(@PathVariable String word, Page page, HttpServletRequest request) {
        GuestForm form = forms.make(links.open(word, request.getRemoteAddr()));
        return GuestDownload.of(form, spreadsheets, page);
    }

    @PostMapping("/answers")
    View answer(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            HttpServletRequest request)
            throws IOException {
        GuestLink link = links.open(word, request.getRemoteAddr());
        try {
            byte[] workbook = file == null ? new byte[0] : file.getBytes();
            GuestReceipt receipt = returns.takeFromGuest(workbook, link);
            return Html.of(page(page, word, link, GuestInput.empty(link), Map.of(), "", receipt, false));
        } catch (BusinessException refusal) {
            BusinessException counted = counted(refusal, request.getRemoteAddr());
            return again(page, word, link, GuestInput.empty(link), ofTheWorkbook(counted), false);
        }
    }

    /** A field of the workbook is not the field of that name on the page. */
    private static BusinessException ofTheWorkbook(BusinessException refusal) {
        Map<String, Object> details = new HashMap<>(refusal.details());
        details.remove("field");
        return refusal.error().with(details);
    }

    /** A token that is none counts like a wrong word; not where it is found out, for there a refusal takes back all that was written. */
    private BusinessException counted(BusinessException refusal, String address) {
        return refusal.error() == GuestError.UNKNOWN && !access.countWrongWord(address)
                ? GuestError.TOO_MANY_TRIES.plain()
                : refusal;
    }

    private View again(
            Page page, String word, GuestLink link, GuestInput input, BusinessException refusal, boolean filesDropped) {
        String field = Objects.toString(refusal.details().get("field"), "");
        return Html.withStatus(
                refusal.error().kind() == ErrorCode.Kind.CONFLICT
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_CONTENT,
                page(page, word, link, input, Map.of(field, page.reason(refusal)), "", null, filesDropped));
    }

    private gg.jte.models.runtime.JteModel page(
            Page page,
            String word,
            GuestLink link,
            GuestInput input,
            Map<String, String> errors,
            String done,
            @Nullable GuestReceipt receipt,
            boolean filesDropped) {
        GuestTask task = tasks.require(link.assignmentId());
        boolean known = done.equals("signed") || done.equals("already") || done.equals("sent");
        return templates.ledgerGuest(
                page,
                new GuestScene(
                        task,
                        link.madeBy(),
                        address(word),
                        links.lastDay(link.endsAt()),
                        input,
                        errors,
                        known ? done : null,
                        receipt,
                        filesDropped,
                        task.mayObject(clock.instant())));
    }

    private static String address(String word) {
        return "/ledger/guest/" + word;
    }

    /**
     * What does not open, with whom to ask. What the guard of the house refuses comes here before a method has seen it: it is shown with what was
     * typed, for the browser keeps nothing of this page.
     */
    @ExceptionHandler
    View refused(BusinessException refusal, Page page, HttpServletRequest request, HttpServletResponse response) {
        GuestDownload.hide(response);
        if (refusal.error() instanceof GuestError) {
            return closed(refusal, page);
        }
        try {
            String word = word(request);
            GuestLink link = links.open(word, request.getRemoteAddr());
            boolean files = Objects.toString(request.getContentType(), "").startsWith("multipart/");
            return again(page, word, link, GuestInput.typed(request), refusal, files);
        } catch (BusinessException notOpen) {
            return closed(notOpen, page);
        }
    }

    private static String word(HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("word"));
    }

    private View closed(BusinessException refusal, Page page) {
        HttpStatus status = refusal.error() == GuestError.UNKNOWN
                ? HttpStatus.NOT_FOUND
                : refusal.error() == GuestError.TOO_MANY_TRIES
                        ? HttpStatus.TOO_MANY_REQUESTS
                        : refusal.error().kind() == ErrorCode.Kind.NOT_FOUND
                                ? HttpStatus.GONE
                                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Html.withStatus(status, templates.ledgerGuestClosed(page, page.reason(refusal)));
    }

    /** A fault is told here and not by the house, whose log would name the address. */
    @ExceptionHandler
    View fault(RuntimeException fault, Page page, HttpServletResponse response) {
        GuestDownload.hide(response);
        LOG.error("A page behind a link could not be shown", fault);
        return Html.withStatus(
                HttpStatus.SERVICE_UNAVAILABLE, templates.ledgerGuestClosed(page, page.t("ledger.guests.fault")));
    }
}
