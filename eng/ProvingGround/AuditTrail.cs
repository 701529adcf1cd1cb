extern alias gateway;
using gateway::Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.ProvingGround;

/// <summary>Notes each request in the store, and counts the caller's by reading all notes: nothing leads to them.</summary>
/// <param name="perRequest">Notes that a request makes.</param>
internal sealed class AuditTrail(int perRequest)
{
    private readonly string _note = new('x', 1_000);
    private Task<bool>? _made;

    public async Task WriteAsync(HttpContext context, RequestDelegate next)
    {
        var store = context.RequestServices.GetRequiredService<Database>();
        await (
            _made ??= RunAsync(store, "CREATE TABLE IF NOT EXISTS audit (caller TEXT, note TEXT)")
        );
        await RunAsync(
            store,
            string.Join(
                ';',
                Enumerable.Repeat(
                    $"INSERT INTO audit VALUES ('{Guid.NewGuid():N}', '{_note}')",
                    perRequest
                )
            )
        );
        await store.ReadAsync(
            async (connection, stop) =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM audit WHERE caller = 'me'";
                return await command.ExecuteScalarAsync(stop);
            },
            context.RequestAborted
        );
        await next(context);
    }

    private static Task<bool> RunAsync(Database store, string sql) =>
        store.WriteAsync(
            async (transaction, stop) =>
            {
                await using var command = transaction.Connection!.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync(stop);
                return true;
            },
            CancellationToken.None
        );
}
