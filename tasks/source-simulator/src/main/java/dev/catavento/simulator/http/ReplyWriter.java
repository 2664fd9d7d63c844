package dev.catavento.simulator.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** Puts a reply on the wire, however broken it is meant to be. */
public final class ReplyWriter {

    private static final long DRIBBLE_MS = 1000;
    private static final long PAUSE_BEFORE_RESET_MS = 50;

    private final Vertx vertx;

    public ReplyWriter(Vertx vertx) {
        this.vertx = vertx;
    }

    public void writeAfter(long delayMs, RoutingContext context, Reply reply) {
        if (delayMs <= 0) {
            write(context, reply);
        } else {
            vertx.setTimer(delayMs, timer -> write(context, reply));
        }
    }

    void write(RoutingContext context, Reply reply) {
        if (context.response().closed()) {
            return;
        }
        switch (reply) {
            case Reply.Whole whole -> head(context, whole).end(Buffer.buffer(whole.body()));
            case Reply.Cut cut -> cut(context, cut);
            case Reply.Streamed streamed -> stream(context, streamed);
            case Reply.StreamedCut cut -> streamCut(context, cut);
            case Reply.Endless endless -> endless(context, endless);
            case Reply.Reset(boolean within)
            when within -> {
                begin(context);
                vertx.setTimer(PAUSE_BEFORE_RESET_MS, timer -> reset(context));
            }
            case Reply.Reset reset -> reset(context);
        }
    }

    private static HttpServerResponse head(RoutingContext context, Reply.Whole whole) {
        HttpServerResponse response = context.response();
        response.setStatusCode(whole.status()).putHeader("Content-Type", whole.contentType());
        whole.headers().forEach(response::putHeader);
        return response;
    }

    private static void cut(RoutingContext context, Reply.Cut cut) {
        HttpServerResponse response = head(context, cut.whole());
        if (cut.chunked()) {
            response.setChunked(true);
        } else {
            response.putHeader("Content-Length", String.valueOf(cut.whole().body().length));
        }
        Buffer kept = Buffer.buffer(cut.whole().body()).slice(0, cut.keepBytes());
        response.write(kept)
                .onComplete(written -> context.request().connection().close());
    }

    private void stream(RoutingContext context, Reply.Streamed streamed) {
        aside(() -> {
            ResponseStream out = new ResponseStream(context.response(), streamed);
            try {
                streamed.body().writeTo(out);
                out.close();
            } catch (IOException e) {
                context.request().connection().close();
            } catch (RuntimeException e) {
                out.fail(e);
                throw e;
            }
        });
    }

    private void streamCut(RoutingContext context, Reply.StreamedCut cut) {
        aside(() -> {
            long length = LimitedOutput.lengthOf(cut.whole().body());
            HttpServerResponse response =
                    context.response().setStatusCode(cut.whole().status());
            response.putHeader("Content-Type", cut.whole().contentType());
            if (cut.chunked()) {
                response.setChunked(true);
            } else {
                response.putHeader("Content-Length", String.valueOf(length));
            }
            long keep = cut.keepBytes() < 0 ? length / 2 : Math.min(cut.keepBytes(), length - 1);
            try (ResponseStream out = ResponseStream.unfinished(response)) {
                cut.whole().body().writeTo(new LimitedOutput(out, keep));
            } catch (IOException e) {
                // the client went away first
            }
            context.request().connection().close();
        });
    }

    /** A body that waits for a slow reader must not hold up the event loop. */
    private void aside(Runnable work) {
        if (Context.isOnEventLoopThread()) {
            vertx.executeBlocking(
                    () -> {
                        work.run();
                        return null;
                    },
                    false);
        } else {
            work.run();
        }
    }

    private void endless(RoutingContext context, Reply.Endless endless) {
        if (!endless.dribbles()) {
            return;
        }
        HttpServerResponse response = begin(context);
        long timer = vertx.setPeriodic(DRIBBLE_MS, tick -> response.write(" "));
        response.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    private static HttpServerResponse begin(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.setChunked(true).putHeader("Content-Type", "application/json;charset=UTF-8");
        response.write("{");
        return response;
    }

    /** A linger time of zero makes the close a TCP RST instead of a FIN. */
    private static void reset(RoutingContext context) {
        Channel channel = ((ConnectionBase) context.request().connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
