using System.Buffers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// The scripted answers and their administration. It stands before the built-in endpoints; while there
/// never was a stub it costs them a look at the path.
/// </summary>
internal sealed class StubMappings
{
    private readonly StubStore _stubs;
    private readonly RequestJournal _journal;
    private readonly StubAdmin _admin;
    private readonly StubResponder _responder;
    private readonly TimeProvider _clock;
    private readonly long _maxBodyBytes;

    /// <exception cref="ArgumentException">A folder or a mapping cannot be taken.</exception>
    public StubMappings(FakeProviderOptions options)
    {
        _clock = options.TimeProvider;
        _maxBodyBytes = options.MaxRequestBodyBytes;
        _stubs = new StubStore(StubLoader.Load(options.Stubs));
        _journal = new RequestJournal(options.Stubs.JournalSize);
        _admin = new StubAdmin(
            _stubs,
            _journal,
            isAllowed: !options.AllowRemoteClients || options.Stubs.AllowRemoteAdmin
        );
        _responder = new StubResponder(options.TimeProvider, options.Seed);
    }

    /// <summary>Passes on what it does not answer itself.</summary>
    public RequestDelegate Before(RequestDelegate next) =>
        context =>
            _stubs.WasUsed || StubAdmin.Owns(context.Request.Path)
                ? AnswerAsync(context, next)
                : next(context);

    /// <summary>False when the request is none for stubs, and as good as unread.</summary>
    public async ValueTask<bool> TryAnswerAsync(HttpContext context)
    {
        try
        {
            if (StubAdmin.Owns(context.Request.Path))
            {
                _admin.Answer(context, await ReadBodyAsync(context));
                return true;
            }
            return _stubs.WasUsed && await TryAnswerFromStubAsync(context);
        }
        catch (ApiErrorException e)
        {
            JsonResponse.Write(context.Response, e.Error);
        }
        catch (BadHttpRequestException e)
        {
            JsonResponse.Write(context.Response, ApiErrors.UnreadableBody(e.StatusCode));
        }
        catch (RegexMatchTimeoutException e)
        {
            JsonResponse.Write(context.Response, StubErrors.TooSlow(e));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, or the provider is being disposed: nobody is left to answer.
        }
        return true;
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!await TryAnswerAsync(context))
        {
            await next(context);
        }
    }

    private async ValueTask<bool> TryAnswerFromStubAsync(HttpContext context)
    {
        var needsBody = _stubs.Stubs.ReadsBodies || !_journal.IsOff;
        var request = new StubRequest(
            context.Request,
            needsBody ? await ReadBodyAsync(context) : []
        );
        var stub = _stubs.Take(request);
        _journal.Add(new StubJournalEntry(Guid.NewGuid(), _clock.GetUtcNow(), request, stub));
        if (stub is null)
        {
            return false;
        }
        await _responder.AnswerAsync(context, stub);
        return true;
    }

    /// <summary>A copy: whoever reads the request next still finds all of it.</summary>
    private async ValueTask<byte[]> ReadBodyAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(
            context.Request,
            _maxBodyBytes,
            context.RequestAborted
        );
        var copy = body.ToArray();
        context.Request.BodyReader.AdvanceTo(body.Start, body.End);
        return copy;
    }
}
