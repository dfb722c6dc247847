//! Requests of the browser's database as futures.

use crate::storage::StoreError;
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbRequest, IdbTransaction};

/// Gives the result of a request. Listens at once, as the answer may come before the future is polled.
pub(super) fn result(request: IdbRequest) -> impl Future<Output = Result<JsValue, StoreError>> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&once(resolve)));
        request.set_onerror(Some(&once(reject)));
    });
    async move {
        match JsFuture::from(settled).await {
            Ok(_) => request.result().map_err(|error| reason(&error)),
            Err(_) => {
                Err(request.error().ok().flatten().map_or(StoreError::Refused, |error| reason(&error)))
            }
        }
    }
}

/// Waits until a transaction is safely written. Listens at once, as above.
pub(super) fn complete(transaction: IdbTransaction) -> impl Future<Output = Result<(), StoreError>> {
    let settled = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&once(resolve)));
        transaction.set_onabort(Some(&once(reject.clone())));
        transaction.set_onerror(Some(&once(reject)));
    });
    async move {
        match JsFuture::from(settled).await {
            Ok(_) => Ok(()),
            Err(_) => Err(transaction.error().map_or(StoreError::Refused, |error| reason(&error))),
        }
    }
}

/// Gives up after some time: a database that never answers must not keep the widget from starting.
pub(super) async fn within<T>(
    milliseconds: i32,
    work: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    let late = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Without a timer the work alone decides.
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let (mut work, mut late) = (Box::pin(work), Box::pin(JsFuture::from(late)));
    std::future::poll_fn(|context| {
        if let std::task::Poll::Ready(done) = work.as_mut().poll(context) {
            return std::task::Poll::Ready(done);
        }
        late.as_mut().poll(context).map(|_| Err(StoreError::Unavailable))
    })
    .await
}

/// Why the browser refused.
pub(super) fn reason(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError") => StoreError::Full,
        Some("SecurityError" | "InvalidStateError" | "UnknownError") => StoreError::Unavailable,
        _ => StoreError::Refused,
    }
}

/// A listener that calls `settle` once and is then dropped by the browser.
fn once(settle: Function) -> Function {
    Closure::once_into_js(move |event: JsValue| {
        // A settled promise takes no second value; nothing can go wrong here.
        _ = settle.call1(&JsValue::UNDEFINED, &event);
    })
    .unchecked_into()
}
