//! A page that is a Yew program itself: the widget stands in the middle of elements whose presses it counts.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    let presses = use_state(|| 0);
    let press = {
        let presses = presses.clone();
        Callback::from(move |_: MouseEvent| presses.set(*presses + 1))
    };
    let passed = use_state(|| 0);
    let pass = {
        let passed = passed.clone();
        Callback::from(move |_: MouseEvent| passed.set(*passed + 1))
    };
    html! {
        <>
            <header>
                <h1>{ "A Yew page" }</h1>
                <button id="host-button" onclick={press}>{ "Pressed " }<output>{ *presses }</output></button>
            </header>
            <p class="corner">{ "In a corner" }</p>
            <main>
                <aside>{ "Beside the widget" }</aside>
                <div onclick={pass}>
                    <maturity-radar><button type="button" data-mr-start="">{ "Start" }</button></maturity-radar>
                </div>
            </main>
            <data id="passed" value={passed.to_string()}></data>
        </>
    }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
