using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The part of WireMock's admin API that tests use.</summary>
internal sealed class StubAdmin(StubStore stubs, RequestJournal journal, bool isAllowed)
{
    private const string Root = "/__admin";
    private const string Mappings = "/mappings/";

    private bool IsNotJournaling => journal.IsOff || !stubs.WasUsed;

    public static bool Owns(PathString path) =>
        path.Value is { } text
        && text.StartsWith(Root, StringComparison.Ordinal)
        && (text.Length == Root.Length || text[Root.Length] == '/');

    public void Answer(HttpContext context, byte[] body)
    {
        if (!isAllowed)
        {
            AdminError.Forbidden.Write(context.Response);
            return;
        }
        if (context.Request.QueryString.HasValue)
        {
            AdminError.NoQuery(context.Request.QueryString.Value!).Write(context.Response);
            return;
        }
        try
        {
            Route(context.Request, context.Response, body);
        }
        catch (StubFormatException e)
        {
            AdminError.BadJson(e).Write(context.Response);
        }
    }

    private void Route(HttpRequest request, HttpResponse response, byte[] body)
    {
        var path = request.Path.Value![Root.Length..];
        switch ($"{request.Method} {path}")
        {
            case "GET /mappings":
                AdminJson.Write(response, stubs.Stubs.NewestFirst, AdminJson.WriteMappings);
                break;
            case "POST /mappings":
                Add(response, StubReader.Read(StubJson.Read(body)));
                break;
            case "DELETE /mappings":
                stubs.Clear();
                AdminJson.WriteNothing(response);
                break;
            case "POST /mappings/reset":
                stubs.ResetStubs();
                AdminJson.WriteNothing(response);
                break;
            case "GET /scenarios":
                AdminJson.Write(response, stubs.Scenarios(), AdminJson.WriteScenarios);
                break;
            case "POST /scenarios/reset":
                stubs.ResetScenarios();
                AdminJson.WriteNothing(response);
                break;
            case "POST /reset":
                stubs.ResetStubs();
                stubs.ResetScenarios();
                journal.Clear();
                AdminJson.WriteNothing(response);
                break;
            case "GET /requests":
                AdminJson.Write(
                    response,
                    (journal.Entries(), IsNotJournaling),
                    AdminJson.WriteJournal
                );
                break;
            case "DELETE /requests":
                journal.Clear();
                AdminJson.WriteNothing(response);
                break;
            case "POST /requests/find" or "POST /requests/count" when IsNotJournaling:
                AdminError.NoJournal.Write(response);
                break;
            case "POST /requests/find":
                AdminJson.Write(response, Find(body), AdminJson.WriteFound);
                break;
            case "POST /requests/count":
                AdminJson.Write(response, Find(body).Count, AdminJson.WriteCount);
                break;
            default:
                RouteOneMapping(request.Method, path, response);
                break;
        }
    }

    private void RouteOneMapping(string method, string path, HttpResponse response)
    {
        if (
            !path.StartsWith(Mappings, StringComparison.Ordinal)
            || method is not ("GET" or "DELETE")
        )
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!Guid.TryParseExact(path[Mappings.Length..], "D", out var id))
        {
            AdminError.NoUuid(path[Mappings.Length..]).Write(response);
        }
        else if (stubs.Stubs.Find(id) is not { } stub)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (method == "GET")
        {
            AdminJson.Write(response, stub, AdminJson.WriteMapping);
        }
        else
        {
            stubs.Remove(id);
            AdminJson.WriteNothing(response);
        }
    }

    private void Add(HttpResponse response, Stub stub)
    {
        if (stubs.TryAdd(stub) is { } refusal)
        {
            AdminError.Refused(refusal, stub.Id).Write(response);
            return;
        }
        AdminJson.Write(response, stub, AdminJson.WriteMapping, StatusCodes.Status201Created);
    }

    private List<StubJournalEntry> Find(byte[] body)
    {
        var pattern = RequestPatternReader.Read(StubJson.Read(body), "");
        return [.. journal.Entries().Where(entry => pattern.Matches(entry.Request))];
    }
}
