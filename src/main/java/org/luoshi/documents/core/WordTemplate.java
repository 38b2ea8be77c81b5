package org.luoshi.documents.core;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.render.compute.EnvModel;
import com.deepoove.poi.render.compute.RenderDataCompute;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.ChartTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.PictImageTemplate;
import com.deepoove.poi.template.PictureTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.luoshi.documents.DocumentError;
import org.luoshi.shared.BusinessException;

/**
 * Fills a template. The engine only looks names up and writes texts and rows; what else it could do (pictures from addresses, nested files) is
 * shut, for a template may come from anybody.
 */
public final class WordTemplate {

    private static final char ROWS = '#';

    private static final RenderPolicy REFUSED = (tag, data, template) -> {
        throw DocumentError.UNKNOWN_TAG.with(Map.of("tag", tag.variable()));
    };

    private static final Configure ENGINE = Configure.builder()
            .buildGrammerRegex(Tags.NAME)
            .addPlugin(ROWS, new LoopRowTableRenderPolicy(true))
            .addPlugin('@', REFUSED)
            .addPlugin('*', REFUSED)
            .addPlugin('+', REFUSED)
            .addPlugin(PictureTemplate.class, REFUSED)
            .addPlugin(PictImageTemplate.class, REFUSED)
            .addPlugin(ChartTemplate.class, REFUSED)
            .setRenderDataComputeFactory(WordTemplate::lookUp)
            .build();

    private WordTemplate() {}

    public static byte[] fill(byte[] template, Map<String, Object> values) {
        Set<String> tags = new HashSet<>();
        byte[] prepared = read(template, tags);
        Scope scope = new Scope(values, null);
        try (XWPFTemplate open = XWPFTemplate.compile(new ByteArrayInputStream(prepared), ENGINE)) {
            takeOut(open.getElementTemplates(), tags);
            if (!tags.isEmpty()) {
                throw DocumentError.OUT_OF_REACH.with(
                        Map.of("tag", tags.iterator().next()));
            }
            open.getElementTemplates().forEach(part -> check(part, scope));
            ByteArrayOutputStream filled = new ByteArrayOutputStream();
            open.render(scope, filled);
            return filled.toByteArray();
        } catch (IOException e) {
            throw DocumentError.NOT_WORD.plain();
        } catch (RuntimeException e) {
            throw refusalIn(e);
        }
    }

    /** All tags of a template with their braces. Refuses what is no .docx. */
    static Set<String> tagsOf(byte[] template) {
        Set<String> tags = new HashSet<>();
        read(template, tags);
        return tags;
    }

    /** Collects the tags, and gives the template back with each of them in a run of its own. */
    private static byte[] read(byte[] template, Set<String> tags) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template))) {
            tags.addAll(Tags.of(document));
            Runs.apart(document);
            ByteArrayOutputStream prepared = new ByteArrayOutputStream();
            document.write(prepared);
            return prepared.toByteArray();
        } catch (IOException
                | POIXMLException
                | UnsupportedFileFormatException
                | OpenXML4JRuntimeException
                | EmptyFileException e) {
            throw DocumentError.NOT_WORD.plain();
        }
    }

    private static void takeOut(List<MetaTemplate> parts, Set<String> tags) {
        for (MetaTemplate part : parts) {
            tags.remove(part.variable());
            if (part instanceof BlockTemplate block) {
                tags.remove(block.getEndMark().variable());
                takeOut(block.getTemplates(), tags);
            }
        }
    }

    /** Also tags in sections that do not show today must have a value; only what stands in an empty list cannot be known. */
    private static void check(MetaTemplate part, Scope scope) {
        if (part instanceof BlockTemplate block) {
            String name = block.getStartMark().getTagName();
            if (Scope.isQuestion(name)) {
                scope.get(name);
                block.getTemplates().forEach(inner -> check(inner, scope));
            } else {
                scope.list(name).forEach(item -> block.getTemplates().forEach(inner -> check(inner, item)));
            }
        } else if (part instanceof RunTemplate tag && tag.getSign() == ROWS) {
            scope.list(tag.getTagName());
        } else if (part instanceof RunTemplate tag) {
            scope.text(tag.getTagName());
        }
    }

    private static RenderDataCompute lookUp(EnvModel model) {
        Scope scope = (Scope) model.getRoot();
        return scope::get;
    }

    /** What a rule of ours said inside the engine; anything else is a fault. */
    private static RuntimeException refusalIn(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException refusal) {
                return refusal;
            }
        }
        return fault;
    }
}
