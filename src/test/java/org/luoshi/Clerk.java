package org.luoshi;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.luoshi.ledger.InventedOffice;

/** Somebody who is signed in and works by what is written on the page: follows links, presses buttons, types, reads. */
public final class Clerk {

    public final Page page;
    private final String house;
    private final String album;

    /** @param album how the names of pictures begin that are taken of what they see */
    public Clerk(Page page, int port, String login, String album) {
        this.page = page;
        this.album = album;
        this.house = "http://localhost:" + port;
        opens("/sign-in");
        page.locator("#login").fill(login);
        page.locator("#password").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
    }

    public Clerk opens(String path) {
        page.navigate(house + path);
        return this;
    }

    /** The first link of the page that says so. */
    public Clerk follows(String words) {
        page.locator("main a", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    /** The button with exactly these words on it, or this name for who does not see. */
    public Clerk presses(String words) {
        Locator written = page.locator("main button:visible:text-is('" + words + "')");
        (written.count() > 0 ? written : page.getByLabel(words)).first().click();
        page.waitForLoadState();
        return this;
    }

    /** Folds open what is folded. */
    public Clerk unfolds(String words) {
        Locator folded =
                page.locator("main details:not([open]) > summary", new Page.LocatorOptions().setHasText(words));
        if (folded.count() > 0) {
            folded.first().click();
        }
        return this;
    }

    /** @param field the name of the field in the form */
    public Clerk types(String field, String value) {
        page.locator("main [name='" + field + "']:visible").first().fill(value);
        return this;
    }

    public String reads() {
        return page.locator("main").innerText();
    }

    /** To be looked at by a person at both widths; fits, and can be used by who does not see. */
    public Clerk looks(String name) {
        var before = page.viewportSize();
        for (int width : new int[] {390, 1440}) {
            page.setViewportSize(width, 900);
            Browser.screenshot(page, album + "-" + name + "-" + width);
            Browser.assertFitsTheScreen(page);
        }
        page.setViewportSize(before.width, before.height);
        Browser.assertAccessible(page);
        return this;
    }

    /** The words of the Word document behind this link. */
    public String downloads(String link) throws IOException {
        Download download = page.waitForDownload(() -> follows(link));
        try (InputStream in = Files.newInputStream(download.path());
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
