package org.luoshi.intake.reading;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Takes the characters and the drawn lines off a page of a PDF in one pass. */
final class PdfPageReader extends PDFGraphicsStreamEngine {

    private static final String UNKNOWN = "\uFFFD";

    private final PageTurner turner = new PageTurner();
    private final List<List<Point2D>> path = new ArrayList<>();

    private PdfPageReader(PDPage page) {
        super(page);
    }

    static PageContent read(PDPage page) throws IOException {
        PdfPageReader reader = new PdfPageReader(page);
        reader.processPage(page);
        return reader.turner.upright(
                page.getCropBox().getWidth(), page.getCropBox().getHeight());
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        double angle = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
        if (PageTurner.isStraight(angle)) {
            turner.show(
                    unicode(font, code),
                    matrix.transformPoint(0, 0),
                    matrix.transformPoint(displacement.getX(), 0),
                    Math.abs(matrix.getScalingFactorY()),
                    angle);
        }
    }

    private static String unicode(PDFont font, int code) throws IOException {
        @Nullable String text = font.toUnicode(code);
        if (text == null || text.isEmpty()) {
            return font instanceof PDSimpleFont && code >= 0x20 && code < 0x7F ? Character.toString(code) : UNKNOWN;
        }
        return Characters.unified(text);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.add(new ArrayList<>(List.of(p0, p1, p2, p3, p0)));
    }

    @Override
    public void moveTo(float x, float y) {
        List<Point2D> piece = new ArrayList<>();
        piece.add(new Point2D.Float(x, y));
        path.add(piece);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.isEmpty()) {
            moveTo(x, y);
        } else {
            path.get(path.size() - 1).add(new Point2D.Float(x, y));
        }
    }

    /** Nothing that is curved is the edge of a cell. */
    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        moveTo(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        if (path.isEmpty()) {
            return new Point2D.Float();
        }
        List<Point2D> last = path.get(path.size() - 1);
        return last.get(last.size() - 1);
    }

    @Override
    public void closePath() {
        if (!path.isEmpty()) {
            List<Point2D> last = path.get(path.size() - 1);
            last.add(last.get(0));
        }
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        if (!isWhite(getGraphicsState().getStrokingColor())) {
            path.forEach(turner::stroke);
        }
        path.clear();
    }

    @Override
    public void fillPath(int windingRule) {
        if (!isWhite(getGraphicsState().getNonStrokingColor())) {
            path.forEach(turner::fill);
        }
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        path.forEach(turner::fill);
        strokePath();
    }

    private static boolean isWhite(@Nullable PDColor color) {
        if (color == null || color.isPattern() || color.getColorSpace() == null) {
            return false;
        }
        String space = color.getColorSpace().getName();
        float white = space.equals(COSName.DEVICECMYK.getName()) ? 0 : 1;
        if (!space.startsWith("Device")) {
            return false;
        }
        for (float component : color.getComponents()) {
            if (Math.abs(component - white) > 0.02) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void drawImage(PDImage image) {
        turner.image();
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void shadingFill(COSName name) {}
}
