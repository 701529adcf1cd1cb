namespace GatewayBench;

internal static partial class OptionTable
{
    private static OptionSetting[] Replies() =>
        [
            new ValueSetting<ulong>(
                "Seed",
                "--seed",
                OptionKinds.Number<ulong>(0, ulong.MaxValue),
                o => o.Seed,
                (o, value) => o.Seed = value,
                "The seed of all that is drawn: delays, replies."
            ),
            new ValueSetting<int>(
                "ReplyTokens",
                "--reply-tokens",
                OptionKinds.Number(1, 100_000),
                o => o.ReplyTokens,
                (o, value) => o.ReplyTokens = value,
                "Tokens of a reply, unless the request allows fewer."
            ),
            new ListSetting<ScriptFile>(
                "Replies:Files",
                "--replies",
                OptionKinds.ScriptFile,
                o => o.Replies.Clear(),
                (o, value) => o.Replies.AddJson(value.Json, value.Path),
                o => Number(o.Replies.Copy().Count, "script"),
                "A file of scripted replies."
            ),
            new ListSetting<KeyValuePair<string, int>>(
                "Models:Windows",
                "--model",
                OptionKinds.ModelWindow,
                // They add to the list of models that comes with the provider.
                _ => { },
                (o, value) => o.Models[value.Key] = value.Value,
                o => o.Models.Except(new ModelCatalog()).Select(OptionKinds.ModelWindow.Write),
                "A model to list, and its context window: my-model=32000."
            ),
            new ValueSetting<int>(
                "Models:DefaultContextWindow",
                "--context-window",
                OptionKinds.Window,
                o => o.Models.DefaultContextWindow,
                (o, value) => o.Models.DefaultContextWindow = value,
                "The context window of models that are not listed, in tokens."
            ),
        ];

    private static OptionSetting[] Stubs() =>
        [
            new ListSetting<string>(
                "Stubs:Folders",
                "--stubs",
                OptionKinds.Folder,
                o => o.Stubs.RemoveFolders(),
                (o, value) => o.Stubs.AddFolder(value),
                o => Number(o.Stubs.Sources.Count, "source"),
                "A folder of WireMock's mappings, whose answers win."
            ),
            new ValueSetting<int>(
                "Stubs:JournalSize",
                "--stub-journal",
                OptionKinds.Number(0, RequestJournal.MostEntries),
                o => o.Stubs.JournalSize,
                (o, value) => o.Stubs.JournalSize = value,
                "Requests that are kept for /__admin/requests."
            ),
            new ValueSetting<bool>(
                "Stubs:AllowRemoteAdmin",
                "--allow-remote-admin",
                OptionKinds.Switch,
                o => o.Stubs.AllowRemoteAdmin,
                (o, value) => o.Stubs.AllowRemoteAdmin = value,
                "Answer /__admin where other machines can reach it. It asks for no key!"
            ),
        ];

    private static OptionSetting[] Accounts() =>
        [
            new ValueSetting<string>(
                "IdentityHeader",
                "--identity-header",
                OptionKinds.HeaderName,
                o => o.IdentityHeader,
                (o, value) => o.IdentityHeader = value,
                "The header that says whose request one is, where no traceparent does."
            ),
            new ValueSetting<int>(
                "JournalRequests",
                "--journal",
                OptionKinds.Number(0, Journal.Most),
                o => o.JournalRequests,
                (o, value) => o.JournalRequests = value,
                "The last requests that code can read from the audit."
            ),
        ];

    /// <summary>How many there are, of what may be long, or nobody's to read.</summary>
    private static IEnumerable<string> Number(int count, string what) =>
        count == 0 ? [] : [$"{count} {what}{(count == 1 ? "" : "s")}"];
}
